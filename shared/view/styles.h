// The style names that views give to nodes; web's stylesheet knows the same. Every name begins with `p-`.
//
//   p-thread            the root          p-header p-count p-sort          its first line: heading, sorting
//   p-status            what just happened, said politely (empty most of the time)
//   p-error             an error in words (alert)                          p-notice  a remark about a comment
//   p-empty p-loading   in place of the list                               p-more    the line after the list
//   p-newcomers         holds p-show-new, the button that shows what came meanwhile
//   p-list              top-level comments                                 p-replies replies of a comment
//   p-comment           an article: its card, its reply composer, its replies
//     p-depth-1 … p-depth-5 (capped)  p-own p-pending p-deleted p-hidden p-held
//   p-card              one comment without its replies: p-avatar p-meta p-body p-actions
//     p-avatar with p-hue-0 … p-hue-11   p-meta with p-name p-time p-edited p-new   p-undo: in place of a comment just
//     deleted
//     p-mask: a word that readers lift   p-folded: a hidden comment behind its reason   p-done: what was sent
//     p-flagging p-appeal: what readers tell moderators
//   p-marks             votes and reactions: p-mark with its p-number; p-actions too: those of the page itself
//   p-composer          a form; p-composer-reply p-composer-edit
//     p-tools with p-tool p-tool-bold …   p-preview   p-room, p-over: the room left   p-known: who writes
//     p-outlook with p-quoted: what will become of the draft
//     p-fields with p-field p-label p-input p-hint     p-composer-foot: hint and buttons
//   p-button with p-button-primary or p-button-quiet   p-visually-hidden
//   p-skip: a link that shows when it has the focus
//   p-page p-page-back p-page-title the plain page without script
#pragma once

#include <string_view>

namespace palabre::view {

// Links that readers bring in: not vouched for, and without a handle on our window.
inline constexpr std::string_view foreign_link_rel = "nofollow ugc noopener";
inline constexpr unsigned deepest_style = 5;

} // namespace palabre::view
