// A thread in its states, and its HTML read back.
#pragma once

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/view/catalogues/built_in.h"
#include "shared/view/html.h"
#include "shared/view/thread_view.h"
#include "tests/shared/html_reader.h"

namespace palabre::test {

using namespace palabre::view;

inline Comment comment_of(std::int64_t id, std::optional<std::int64_t> parent, const std::string& body) {
  Comment comment;
  comment.id = CommentId{id};
  if (parent) comment.parent = CommentId{*parent};
  comment.author = {"Author " + std::to_string(id), ""};
  comment.body = body;
  comment.created = Instant{1'790'000'000'000 + id * 60'000};
  return comment;
}

inline ThreadState sample_state(Language language = Language::en) {
  ThreadPage thread;
  thread.site = "demo";
  thread.page = "/article";
  thread.title = "An article";
  thread.version = 4;
  thread.total = 4;
  thread.comments = {comment_of(1, std::nullopt, "First"), comment_of(2, 1, "Reply to first"),
                     comment_of(3, 2, "Reply to the reply"), comment_of(4, std::nullopt, "Second")};
  return first_state(std::move(thread), built_in_messages(language));
}

inline HtmlNode read(const ThreadState& state, ViewCache* cache = nullptr) {
  HtmlReading reading = read_html(to_html(*thread_view(state, cache)));
  BOOST_TEST(reading.error == "");
  return std::move(reading.root);
}

inline bool has_style(const HtmlNode& node, std::string_view name) {
  const std::string* style = node.attribute("class");
  return style != nullptr && (" " + *style + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

inline std::vector<const HtmlNode*> styled(const HtmlNode& root, std::string_view name) {
  std::vector<const HtmlNode*> found;
  for (const HtmlNode* one : elements_of(root)) {
    if (has_style(*one, name)) found.push_back(one);
  }
  return found;
}

inline const HtmlNode* by_id(const HtmlNode& root, const std::string& id) {
  for (const HtmlNode* one : elements_of(root)) {
    const std::string* own = one->attribute("id");
    if (own != nullptr && *own == "palabre-" + id) return one;
  }
  return nullptr;
}

inline const HtmlNode& must_have(const HtmlNode& root, const std::string& id) {
  const HtmlNode* found = by_id(root, id);
  BOOST_REQUIRE_MESSAGE(found != nullptr, "no element with the id " << id);
  return *found;
}

inline bool shows(const HtmlNode& root, const std::string& words) {
  return words_of(root).find(words) != std::string::npos;
}

// Every state that has words of its own, for checks of all words.
inline std::vector<ThreadState> all_states(Language language) {
  std::vector<ThreadState> states(12, sample_state(language));
  states[0].load = LoadState::loading;
  states[1].load = LoadState::failed;
  states[1].load_error = Error{ErrorCode::overloaded, {}, {}, 3};
  states[2].thread.comments.clear();
  states[2].thread.total = 0;
  states[3].own = {CommentId{2}};
  states[3].remove_errors[CommentId{2}] = Error{ErrorCode::edit_window_over, {}, {}, 0};
  states[3].leaving[CommentId{4}] = Leaving::undoable;
  states[4].replying_to = CommentId{1};
  states[4].composers["reply-1"].error = Error{ErrorCode::field_empty, "body", {}, 0};
  states[5].own = {CommentId{4}};
  states[5].editing = CommentId{4};
  states[5].composers["edit-4"].sending = true;
  states[6].pending = {{"p1", CommentId{1}, {"Me", ""}, "On its way"}, {"p2", std::nullopt, {"Me", ""}, "Also"}};
  states[7].thread.comments[0].state = CommentState::deleted;
  states[7].thread.comments[1].state = CommentState::hidden;
  states[7].thread.comments[3].state = CommentState::held;
  states[8].thread.next = Cursor{Instant{5}, CommentId{4}};
  states[8].loading_more = true;
  states[8].thread.comments[0].edited = Instant{1'790'000'100'000};
  states[8].composers["new"].preview = true;
  states[8].composers["new"].draft = {"Zoé", "", "", std::string(9'990, 'a')};
  states[8].composers["new"].author_known = true;
  states[8].composers["reply-1"].draft.body = "begun";
  states[9].interaction = Interaction::forms;
  states[9].thread.next = Cursor{Instant{5}, CommentId{4}};
  states[9].replying_to = CommentId{2};
  states[10].thread.comments[0].state = CommentState::hidden;
  states[10].thread.comments[0].reasons = {"offence.insult", "spam.links", "spam.new_rule", "new_axis.rule"};
  states[10].thread.comments[0].masks = {"First"};
  states[10].thread.comments[3].state = CommentState::held;
  states[10].mine = {CommentId{1}, CommentId{4}};
  states[10].appealing = CommentId{1};
  states[10].composers["appeal-1"].error = Error{ErrorCode::field_empty, "message", {}, 0};
  states[10].appealed = {CommentId{4}};
  states[10].flagged = {CommentId{3}};
  states[10].flagging.emplace().comment = CommentId{2};
  states[10].flagging->error = Error{ErrorCode::rate_limited, {}, {}, 3};
  states[10].composers["new"].outlook = {rules::Decision::reject,
                                         {{"offence.owner_word", 0, {"word"}}, {"spam.links", 2}, {"spam.links", 0}}};
  states[11].thread.closed = true;
  return states;
}

} // namespace palabre::test
