#include <set>

#include <boost/test/unit_test.hpp>
#include <imgui.h>

#include "widget/paint/painter.h"

using namespace palabre;
using paint::Box;
using paint::Painter;
using paint::PlacedItem;
using paint::Token;
using view::PaintKind;

namespace {

struct Bench {
  Painter painter;
  paint::Theme theme;
  paint::Frame frame;

  Bench() {
    for (std::size_t i = 0; i < paint::token_count; ++i) {
      theme.colours[i] = IM_COL32(10 * static_cast<int>(i) + 20, 90, 160, 255);
    }
    frame.width = 800;
    frame.height = 600;
  }
  paint::NextFrame paint(const std::vector<PlacedItem>& items, int times = 1) {
    auto next = paint::NextFrame::not_needed;
    for (int i = 0; i < times; ++i) {
      frame.now += 16;
      next = painter.paint(items, theme, frame);
    }
    return next;
  }
  [[nodiscard]] std::vector<ImDrawVert> vertices() const {
    std::vector<ImDrawVert> all;
    for (const ImDrawList* list : painter.draw_data()->CmdLists) {
      all.insert(all.end(), list->VtxBuffer.begin(), list->VtxBuffer.end());
    }
    return all;
  }
  [[nodiscard]] std::set<ImU32> colours() const {
    std::set<ImU32> found;
    for (const ImDrawVert& vertex : vertices()) found.insert(vertex.col);
    return found;
  }
};

PlacedItem item(std::uint32_t id, PaintKind kind, Box box) {
  PlacedItem made;
  made.id = id;
  made.paint.kind = kind;
  made.paint.seed = id * 7919;
  if (kind == PaintKind::card) made.paint.value = 1; // raised; a card in the page paints nothing
  made.box = box;
  return made;
}

bool all_inside(const std::vector<ImDrawVert>& vertices, const Box& box, float reach) {
  for (const ImDrawVert& v : vertices) {
    if (v.pos.x < box.x - reach || v.pos.x > box.x + box.width + reach) return false;
    if (v.pos.y < box.y - reach || v.pos.y > box.y + box.height + reach) return false;
  }
  return true;
}

} // namespace

BOOST_AUTO_TEST_CASE(nothing_to_paint_gives_no_vertices) {
  Bench bench;
  bench.paint({}, 3);
  BOOST_TEST(bench.painter.draw_data()->TotalVtxCount == 0);
}

BOOST_AUTO_TEST_CASE(every_kind_paints_at_its_box) {
  const Box box{100, 80, 240, 60};
  for (const PaintKind kind : {PaintKind::card, PaintKind::button, PaintKind::primary_button, PaintKind::field,
                               PaintKind::avatar, PaintKind::quote_bar, PaintKind::code_box, PaintKind::progress,
                               PaintKind::tab, PaintKind::checkbox, PaintKind::highlight}) {
    BOOST_TEST_CONTEXT("kind " << static_cast<int>(kind)) {
      Bench bench;
      PlacedItem one = item(1, kind, box);
      one.paint.value = 1;
      bench.paint({one});
      BOOST_TEST(!bench.vertices().empty());
      BOOST_TEST(all_inside(bench.vertices(), box, 40.0f));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_comment_lies_in_the_page_without_a_card) {
  Bench bench;
  PlacedItem comment = item(1, PaintKind::card, {100, 80, 240, 60});
  comment.paint.value = 0;
  bench.paint({comment}, 2);
  BOOST_TEST(bench.painter.draw_data()->TotalVtxCount == 0);
}

BOOST_AUTO_TEST_CASE(a_quiet_button_is_nothing_but_words_until_the_pointer_comes) {
  Bench bench;
  const std::vector<PlacedItem> items{item(1, PaintKind::quiet_button, {20, 20, 80, 30})};
  bench.paint(items);
  for (const ImDrawVert& vertex : bench.vertices()) BOOST_TEST((vertex.col >> IM_COL32_A_SHIFT) == 0u);
  bench.frame.pointer = {50, 30, true, false};
  bench.paint(items, 20);
  bool tinted = false;
  for (const ImDrawVert& vertex : bench.vertices()) tinted = tinted || (vertex.col >> IM_COL32_A_SHIFT) != 0;
  BOOST_TEST(tinted);
}

BOOST_AUTO_TEST_CASE(hover_and_press_change_a_button_and_come_back) {
  Bench bench;
  const std::vector<PlacedItem> items{item(1, PaintKind::primary_button, {20, 20, 80, 30})};
  bench.paint(items, 3);
  const auto rest = bench.colours();
  bench.frame.pointer = {50, 30, true, false};
  bench.paint(items, 20);
  const auto hovered = bench.colours();
  bench.frame.pointer.down = true;
  bench.paint(items, 20);
  const auto pressed = bench.colours();
  bench.frame.pointer = {};
  bench.paint(items, 40);
  BOOST_TEST((rest != hovered));
  BOOST_TEST((hovered != pressed));
  BOOST_TEST((bench.colours() == rest));
}

BOOST_AUTO_TEST_CASE(the_pointer_touches_only_what_is_under_it) {
  Bench bench;
  const std::vector<PlacedItem> both{item(1, PaintKind::button, {20, 20, 80, 30}),
                                     item(2, PaintKind::button, {20, 200, 80, 30})};
  bench.paint(both, 3);
  const auto rest = bench.vertices();
  bench.frame.pointer = {50, 30, true, false};
  bench.paint(both, 20);
  const auto hovered = bench.vertices();
  BOOST_REQUIRE(rest.size() == hovered.size());
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i].pos.y > 150) BOOST_TEST(rest[i].col == hovered[i].col);
  }
  BOOST_TEST((bench.colours().size() > 2u));
}

BOOST_AUTO_TEST_CASE(a_page_at_rest_asks_for_no_frame) {
  Bench bench;
  const std::vector<PlacedItem> items{item(1, PaintKind::card, {20, 20, 300, 100}),
                                      item(2, PaintKind::button, {40, 40, 80, 30})};
  bench.paint(items, 4);
  BOOST_TEST((bench.paint(items) == paint::NextFrame::not_needed));
  bench.frame.pointer = {50, 50, true, false};
  BOOST_TEST((bench.paint(items) == paint::NextFrame::needed));
  BOOST_TEST((bench.paint(items, 30) == paint::NextFrame::not_needed));
}

BOOST_AUTO_TEST_CASE(reduced_motion_arrives_at_once) {
  Bench bench;
  bench.frame.motion = paint::Motion::reduced;
  PlacedItem spinning = item(1, PaintKind::progress, {20, 20, 200, 6});
  spinning.paint.value = -1;
  bench.paint({spinning}, 4);
  BOOST_TEST((bench.paint({spinning}) == paint::NextFrame::not_needed));
  bench.frame.motion = paint::Motion::full;
  BOOST_TEST((bench.paint({spinning}) == paint::NextFrame::needed));
}

BOOST_AUTO_TEST_CASE(with_reduced_motion_the_focus_is_whole_in_its_first_frame) {
  for (const paint::Motion motion : {paint::Motion::full, paint::Motion::reduced}) {
    Bench bench;
    bench.frame.motion = motion;
    PlacedItem button = item(1, PaintKind::button, {100, 100, 80, 30});
    button.marks = paint::mark_focused;
    bench.paint({button});
    const std::set<ImU32> first = bench.colours();
    bench.paint({button}, 30);
    BOOST_TEST((first == bench.colours()) == (motion == paint::Motion::reduced));
  }
}

BOOST_AUTO_TEST_CASE(focus_shows_a_ring_outside_the_box) {
  Bench bench;
  const Box box{100, 100, 80, 30};
  PlacedItem button = item(1, PaintKind::quiet_button, box);
  bench.paint({button}, 3);
  BOOST_TEST(all_inside(bench.vertices(), box, 1.5f));
  button.marks = paint::mark_focused;
  bench.paint({button}, 20);
  BOOST_TEST(!all_inside(bench.vertices(), box, 1.5f));
  BOOST_TEST(all_inside(bench.vertices(), box, 10.0f));
}

BOOST_AUTO_TEST_CASE(avatars_differ_by_seed_and_repeat_for_the_same) {
  const auto face = [](std::uint32_t seed) {
    Bench bench;
    PlacedItem avatar = item(1, PaintKind::avatar, {10, 10, 40, 40});
    avatar.paint.seed = seed;
    bench.paint({avatar});
    std::string bytes;
    for (const ImDrawVert& v : bench.vertices()) {
      bytes += std::to_string(v.pos.x) + ',' + std::to_string(v.pos.y) + ',' + std::to_string(v.col) + ';';
    }
    return bytes;
  };
  std::set<std::string> faces;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    faces.insert(face(seed));
    BOOST_REQUIRE(face(seed) == face(seed));
  }
  BOOST_TEST(faces.size() == 200u);
}

BOOST_AUTO_TEST_CASE(an_avatar_stays_inside_its_circle) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    Bench bench;
    PlacedItem avatar = item(1, PaintKind::avatar, {100, 100, 64, 64});
    avatar.paint.seed = seed;
    bench.paint({avatar});
    for (const ImDrawVert& v : bench.vertices()) {
      const float x = v.pos.x - 132;
      const float y = v.pos.y - 132;
      BOOST_REQUIRE(x * x + y * y <= 33.5f * 33.5f);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_line_joins_a_comment_to_its_answers_only) {
  Bench bench;
  PlacedItem parent = item(1, PaintKind::avatar, {20, 20, 40, 40});
  PlacedItem line = item(2, PaintKind::thread_line, {20, 20, 400, 400});
  PlacedItem child = item(3, PaintKind::avatar, {70, 200, 40, 40});
  child.block = 1;
  child.parent_block = 0;
  bench.paint({parent, child}, 2);
  const auto without = bench.vertices().size();
  bench.paint({parent, line, child}, 2);
  const auto with = bench.vertices().size();
  BOOST_TEST(with > without);
  child.parent_block = 9; // answers somebody else
  bench.paint({parent, line, child}, 2);
  BOOST_TEST(bench.vertices().size() == without);
}

BOOST_AUTO_TEST_CASE(what_is_off_the_canvas_is_not_painted) {
  Bench bench;
  bench.paint({item(1, PaintKind::card, {20, 5000, 300, 100}), item(2, PaintKind::avatar, {20, -900, 40, 40})}, 2);
  BOOST_TEST(bench.painter.draw_data()->TotalVtxCount == 0);
}

BOOST_AUTO_TEST_CASE(absurd_boxes_do_no_harm) {
  Bench bench;
  std::vector<PlacedItem> items;
  std::uint32_t id = 1;
  for (int kind = 0; kind <= static_cast<int>(PaintKind::highlight); ++kind) {
    for (const Box& box : {Box{0, 0, 0, 0}, Box{10, 10, 0.4f, 0.4f}, Box{10, 10, 1, 1}, Box{10, 10, 1, 500},
                           Box{-1e6f, 0, 2e6f, 3}, Box{10, 10, -20, -20}}) {
      items.push_back(item(id++, static_cast<PaintKind>(kind), box));
    }
  }
  bench.frame.pointer = {10, 10, true, true};
  bench.paint(items, 5);
  for (const ImDrawVert& v : bench.vertices()) {
    BOOST_REQUIRE(v.pos.x == v.pos.x);
    BOOST_REQUIRE(v.pos.y == v.pos.y);
  }
}

BOOST_AUTO_TEST_CASE(thousands_of_items_need_vertex_offsets_and_keep_their_indices_in_range) {
  Bench bench;
  bench.frame.height = 60000;
  std::vector<PlacedItem> items;
  for (std::uint32_t i = 0; i < 1500; ++i)
    items.push_back(item(i + 1, PaintKind::avatar, {10, 10.0f + 40.0f * static_cast<float>(i), 36, 36}));
  bench.paint(items, 2);
  BOOST_TEST(bench.painter.draw_data()->TotalVtxCount > 65536);
  for (const ImDrawList* list : bench.painter.draw_data()->CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      for (unsigned i = 0; i < command.ElemCount; ++i) {
        const unsigned index = list->IdxBuffer[static_cast<int>(command.IdxOffset + i)] + command.VtxOffset;
        BOOST_REQUIRE(index < static_cast<unsigned>(list->VtxBuffer.Size));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_texture_is_asked_for_once_and_again_after_a_lost_context) {
  Bench bench;
  const std::vector<PlacedItem> items{item(1, PaintKind::card, {20, 20, 300, 100})};
  bench.paint(items);
  ImVector<ImTextureData*>& textures = *bench.painter.draw_data()->Textures;
  BOOST_REQUIRE(textures.Size == 1);
  BOOST_TEST((textures[0]->Status == ImTextureStatus_WantCreate));
  textures[0]->SetTexID(1);
  textures[0]->SetStatus(ImTextureStatus_OK);
  bench.paint(items);
  BOOST_TEST((textures[0]->Status == ImTextureStatus_OK));
  bench.painter.forget_textures();
  BOOST_TEST((textures[0]->Status == ImTextureStatus_WantCreate));
}
