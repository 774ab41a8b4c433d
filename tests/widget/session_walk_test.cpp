// People do things in any order, and servers answer as they like: whatever happens, the page shows what the session
// thinks it shows (the host checks that after each event), and words never go missing.
#include <boost/test/unit_test.hpp>

#include "tests/shared/random_tree.h"
#include "tests/widget/host.h"
#include "tests/widget/samples.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

class Walk {
public:
  explicit Walk(std::uint32_t seed) : random_(seed) {
    host_.adopt(thread());
    host_.storage()["palabre:own:demo"] = "[{\"id\":\"2\",\"token\":\"t\",\"until\":1800000900000}]";
    host_.remember();
  }

  void step() {
    switch (random_.below(8)) {
    case 6: return judge_one();
    case 7: return lift_one();
    case 0: return answer_one();
    case 1: return type_somewhere();
    case 2: return submit_somewhere();
    case 3: return sort();
    case 4: return let_time_pass();
    default: return click_somewhere();
    }
  }

  void answer_all() {
    while (!waiting_.empty()) answer_one();
  }

  Host& host() { return host_; }

private:
  // One comment masked, one hidden and the reader's own.
  static ThreadPage thread() {
    ThreadPage page = sample_thread();
    page.comments[0].masks = {"Second"};
    page.comments[2].state = CommentState::hidden;
    page.comments[2].reasons = {"offence.insult"};
    return page;
  }

  std::vector<const view::Node*> all_of(Role role) const {
    std::vector<const view::Node*> found;
    (void)find_node(*host_.tree(), [&](const view::Node& node) {
      if (node.role == role) found.push_back(&node);
      return false;
    });
    return found;
  }

  template <class Act> void at_random(Role role, const Act& act) {
    const std::vector<const view::Node*> all = all_of(role);
    if (all.empty()) return;
    act(*all[random_.below(all.size())]);
    for (const wire::JsonValue* fetch : host_.effects("fetch")) waiting_.push_back(*fetch);
  }

  void click_somewhere() {
    at_random(Role::button, [&](const view::Node& node) { host_.click(node); });
  }
  void type_somewhere() {
    static const std::vector<std::string> texts{"", "a", "Hello **there**", "é\n\n> 😀", "https://a.example", "\x07"};
    const Role role = random_.below(2) == 0 ? Role::text_area : Role::field;
    at_random(role, [&](const view::Node& node) { host_.type(node, texts[random_.below(texts.size())]); });
  }
  void submit_somewhere() {
    at_random(Role::form, [&](const view::Node& node) { host_.submit(node); });
  }
  void lift_one() {
    at_random(Role::toggle, [&](const view::Node& node) { host_.click(node); });
  }
  void judge_one() {
    static const std::vector<std::string> keys{"new", "reply-4", "reply-1", "edit-2", "appeal-2", "edit-7", ""};
    static const std::vector<std::string> verdicts{"publish", "hold", "reject", "hide"};
    host_.send("\"type\":\"rules\"");
    host_.send(
        "\"type\":\"judged\",\"composer\":" + json_text(keys[random_.below(keys.size())]) + ",\"verdict\":" +
        json_text(
            "{\"verdict\":\"" + verdicts[random_.below(verdicts.size())] +
            "\",\"reasons\":[{\"rule\":\"spam.links\",\"decision\":\"hold\",\"start\":0,\"end\":3,\"count\":2}]}"));
  }
  void sort() {
    at_random(Role::select,
              [&](const view::Node& node) { host_.type(node, random_.below(2) == 0 ? "newest" : "oldest"); });
  }
  void let_time_pass() {
    host_.now += static_cast<std::int64_t>(random_.below(400'000));
    host_.tick();
  }

  void answer_one() {
    if (waiting_.empty()) return;
    const std::size_t place = random_.below(waiting_.size());
    const wire::JsonValue fetch = waiting_[place];
    waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(place));
    const std::int64_t request = fetch.find("request")->integer;
    switch (random_.below(4)) {
    case 0: host_.respond(request, 0); break;
    case 1: host_.respond(request, 422, wire::encode_problem({ErrorCode::rejected_by_rules, "body", {}, 0})); break;
    default: host_.respond(request, 200, good_answer(fetch)); break;
    }
    for (const wire::JsonValue* next : host_.effects("fetch")) waiting_.push_back(*next);
  }

  std::string good_answer(const wire::JsonValue& fetch) {
    const std::string& method = fetch.find("method")->text;
    if (method == "GET") {
      ThreadPage page = thread();
      if (fetch.find("url")->text.find("oldest") != std::string::npos) page.sort = SortOrder::oldest;
      if (random_.below(2) == 0) page.next = Cursor{Instant{7}, CommentId{1}};
      return thread_document(page);
    }
    if (method == "DELETE") return "";
    const std::string& url = fetch.find("url")->text;
    if (url.find("/flags") != std::string::npos || url.find("/appeals") != std::string::npos) return "";
    if (method == "PATCH") return posted(sample_comment(2, 1, "edited"), "");
    const Expected<wire::PostComment> message = wire::decode_post_comment(fetch.find("body")->text);
    BOOST_REQUIRE(message.has_value());
    Comment comment = sample_comment(++last_id_, std::nullopt, message->draft.body);
    comment.parent = message->parent;
    if (random_.below(5) == 0) comment.state = CommentState::held;
    return posted(comment);
  }

  RandomTree random_;
  Host host_;
  std::vector<wire::JsonValue> waiting_;
  std::int64_t last_id_{100};
};

} // namespace

BOOST_AUTO_TEST_SUITE(session_walk)

BOOST_AUTO_TEST_CASE(any_order_of_events_leaves_page_and_session_agreed) {
  for (std::uint32_t seed = 1; seed <= 15; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      Walk walk(seed);
      for (int step = 0; step < 100; ++step) walk.step();
      walk.answer_all();
      BOOST_TEST(!walk.host().shows("⟨"));
      BOOST_TEST(!walk.host().shows("Sending…"));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
