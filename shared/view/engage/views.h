// Posts as readers see them. Style names, beside those of shared/view/styles.h:
//
//   p-posts      the root: banners, then cards    p-banner  a slim line    p-post  a card
//     p-kind: what it is, in a word   p-severity-news p-severity-question p-severity-incident
//   p-choices    the answers to choose from: p-choice   p-ranks with p-rank: in an order   p-scale with p-step
//   p-results    p-result: p-result-name p-result-figures p-bar with p-at-0 … p-at-50 (two per cent each)
//   p-round      one round of a run-off   p-figures  a table behind it   p-own  this reader's own choice
//   p-entry p-won p-code p-steps: of contests
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/view/engage/state.h"
#include "shared/view/node.h"
#include "shared/wire/messages.h"

namespace palabre::view::engage {

// The root is a group with the key "posts".
[[nodiscard]] NodePtr posts_view(const State& state);
// A group for a post's words; null where there are none.
[[nodiscard]] NodePtr post_body(const State& state, const Post& post);
// The words as they are, where nothing better is there.
[[nodiscard]] std::vector<NodePtr> plain_body(std::string_view markdown);
// What the server puts into its answers: posts_view of the first state, with Markdown.
[[nodiscard]] std::string posts_html(std::vector<wire::PostDocument> posts, Instant now, const Messages& messages,
                                     Place place = Place::thread);
// The same for `means` forms: posts above a thread without script, and all that its article would have shown.
[[nodiscard]] std::string forms_html(const State& state);
// A whole HTML document for /p/{site}/{id}, for `means` forms.
[[nodiscard]] std::string post_page(const State& state, std::string_view stylesheet, const wire::Appearance& look);

// The parts.
[[nodiscard]] NodePtr announcement_view(const State& state, const Item& item);
[[nodiscard]] NodePtr banner_view(const State& state, const Item& item);
[[nodiscard]] std::vector<NodePtr> poll_parts(const State& state, const Item& item);
[[nodiscard]] NodePtr ballot_form(const State& state, const Item& item);
[[nodiscard]] NodePtr results_view(const State& state, const Item& item, const wire::PollView& view);
[[nodiscard]] std::vector<NodePtr> contest_parts(const State& state, const Item& item);
[[nodiscard]] NodePtr proof_view(const State& state, const Item& item); // of a contest's list and draw
// What the reader's browser found there: all of it, and of the reader's own entry; empty: nothing.
[[nodiscard]] std::string proof_words(const Messages& messages, const Check& check);
[[nodiscard]] std::string own_line_words(const Messages& messages, const Check& check);

} // namespace palabre::view::engage
