#include <algorithm>

#include <boost/test/unit_test.hpp>
#include <imgui.h>

#include "widget/paint/charts.h"

using namespace palabre;
using paint::Painter;
using paint::PlacedItem;
using paint::Token;
using view::PaintKind;
using view::Tone;

namespace {

constexpr paint::Box place{100, 80, 240, 60};

// Paints one item, as the desk's module does or as the readers' does.
struct Sheet {
  Painter painter;
  paint::Theme theme;
  paint::Frame frame;
  PlacedItem item;

  explicit Sheet(PaintKind kind, paint::MoreKinds more = paint::paint_desk_kind) : painter(more) {
    for (std::size_t i = 0; i < paint::token_count; ++i) {
      theme.colours[i] = IM_COL32(10 * static_cast<int>(i) + 20, 90, 160, 255);
    }
    frame.width = 800;
    frame.height = 600;
    item.id = 1;
    item.paint.kind = kind;
    item.paint.value = 1;
    item.paint.series = std::make_shared<const std::vector<float>>(std::vector<float>{0.2F, 1.0F, 0.5F, 0.7F});
    item.box = place;
  }
  paint::NextFrame paint(int times = 1) {
    auto next = paint::NextFrame::not_needed;
    for (int i = 0; i < times; ++i) {
      frame.now += 16;
      next = painter.paint({item}, theme, frame);
      item.marks &= ~static_cast<std::uint32_t>(paint::mark_fresh);
    }
    return next;
  }
  [[nodiscard]] std::vector<ImDrawVert> seen() const { // what is not transparent
    std::vector<ImDrawVert> all;
    for (const ImDrawList* list : painter.draw_data()->CmdLists) {
      for (const ImDrawVert& vertex : list->VtxBuffer) {
        if (vertex.col >> IM_COL32_A_SHIFT != 0) all.push_back(vertex);
      }
    }
    return all;
  }
  // How far what has the colour of `token` reaches, whatever its opacity.
  [[nodiscard]] float extent(Token token, float ImVec2::*axis) const {
    float low = 1e9F;
    float high = -1e9F;
    for (const ImDrawVert& vertex : seen()) {
      if (((vertex.col ^ theme[token]) & ~IM_COL32_A_MASK) != 0) continue;
      low = std::min(low, vertex.pos.*axis);
      high = std::max(high, vertex.pos.*axis);
    }
    return std::max(0.0F, high - low);
  }
};

constexpr std::initializer_list<PaintKind> desk_kinds{PaintKind::row,       PaintKind::badge,   PaintKind::bar,
                                                      PaintKind::sparkline, PaintKind::columns, PaintKind::heat};

} // namespace

BOOST_AUTO_TEST_CASE(every_kind_of_the_desk_paints_at_its_box) {
  for (const PaintKind kind : desk_kinds) {
    BOOST_TEST_CONTEXT("kind " << static_cast<int>(kind)) {
      Sheet sheet(kind);
      sheet.paint(3);
      const auto seen = sheet.seen();
      BOOST_TEST(!seen.empty());
      for (const ImDrawVert& vertex : seen) {
        BOOST_TEST(vertex.pos.x >= place.x - 10);
        BOOST_TEST(vertex.pos.x <= place.x + place.width + 10);
        BOOST_TEST(vertex.pos.y >= place.y - 10);
        BOOST_TEST(vertex.pos.y <= place.y + place.height + 10);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(readers_have_none_of_the_desks_kinds) {
  for (const PaintKind kind : desk_kinds) {
    Sheet sheet(kind, nullptr);
    sheet.paint(3);
    BOOST_TEST(sheet.seen().empty());
  }
}

BOOST_AUTO_TEST_CASE(a_bar_is_as_long_as_its_value_in_the_colour_of_its_tone) {
  Sheet sheet(PaintKind::bar);
  sheet.item.paint.seed = static_cast<std::uint32_t>(Tone::warning);
  sheet.item.paint.value = 0.5F;
  sheet.paint(3);
  const float half = sheet.extent(Token::warning, &ImVec2::x);
  sheet.item.paint.value = 1.0F;
  sheet.paint(3);
  BOOST_TEST(std::abs(half - place.width / 2) < 3.0F);
  BOOST_TEST(std::abs(sheet.extent(Token::warning, &ImVec2::x) - place.width) < 3.0F);
  BOOST_TEST(sheet.extent(Token::good, &ImVec2::x) == 0.0F);
}

BOOST_AUTO_TEST_CASE(charts_of_nothing_paint_nothing) {
  for (const PaintKind kind : {PaintKind::sparkline, PaintKind::columns}) {
    Sheet sheet(kind);
    sheet.item.paint.series = nullptr;
    sheet.paint(3);
    BOOST_TEST(sheet.seen().empty());
    sheet.item.paint.series = std::make_shared<const std::vector<float>>();
    sheet.paint(3);
    BOOST_TEST(sheet.seen().empty());
  }
}

BOOST_AUTO_TEST_CASE(what_is_new_grows_into_its_place_and_comes_to_rest) {
  Sheet sheet(PaintKind::columns);
  sheet.item.paint.seed = static_cast<std::uint32_t>(Tone::accent);
  sheet.item.marks = paint::mark_fresh;
  BOOST_TEST((sheet.paint() == paint::NextFrame::needed));
  const float small = sheet.extent(Token::accent, &ImVec2::y);
  BOOST_TEST((sheet.paint(60) == paint::NextFrame::not_needed));
  const float grown = sheet.extent(Token::accent, &ImVec2::y);
  BOOST_TEST(small < grown);
  BOOST_TEST(std::abs(grown - place.height) < 2.0F);
}

BOOST_AUTO_TEST_CASE(nothing_grows_for_who_wants_no_motion) {
  Sheet sheet(PaintKind::columns);
  sheet.item.paint.seed = static_cast<std::uint32_t>(Tone::accent);
  sheet.item.marks = paint::mark_fresh;
  sheet.frame.motion = paint::Motion::reduced;
  sheet.paint();
  BOOST_TEST(std::abs(sheet.extent(Token::accent, &ImVec2::y) - place.height) < 2.0F);
}

BOOST_AUTO_TEST_CASE(a_row_answers_the_pointer_and_the_chosen_one_has_a_mark) {
  Sheet sheet(PaintKind::row);
  sheet.paint(3);
  BOOST_TEST(sheet.extent(Token::accent, &ImVec2::y) > 10.0F);
  sheet.item.paint.value = 0;
  sheet.paint(3);
  BOOST_TEST(sheet.seen().empty());
  sheet.frame.pointer = {150, 100, true, false};
  sheet.paint(30);
  BOOST_TEST(sheet.extent(Token::hover, &ImVec2::x) > 200.0F);
}
