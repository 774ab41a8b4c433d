// What can happen to the model.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "shared/text/markdown_edit.h"
#include "shared/view/node.h"
#include "widget/app/model.h"

namespace palabre::widget {

struct Adopted { // the page shows this thread already
  ThreadPage thread;
};
struct Mount {}; // the page shows nothing yet
struct Remembered {
  std::optional<Identity> identity;
  std::vector<OwnComment> own;
  std::map<std::string, std::string> drafts; // composer → body
  std::set<CommentId> flagged;
  std::string reader; // the reader's token
  bool known{false};  // and it is stored: something was sent with it before
};
struct Activated { // a click, or a form submitted
  view::Action action;
  text::Selection selection{}; // of the text area in the same form
};
struct FieldChanged {
  view::Action action;
  std::string value;
};
enum class Shortcut : std::uint8_t { send, leave };
struct ShortcutPressed {
  Shortcut shortcut{Shortcut::leave};
  std::string composer;
};
struct Answered {
  std::uint32_t request{0};
  int status{0}; // 0: no answer came
  std::string body;
  std::int64_t retry_after_s{0};
  std::string etag{};
};
struct Ticked { // the host's clock, with any event
  Instant now;
};
struct Woken {};  // as Wake asked
struct Hidden {}; // the page went out of sight, perhaps for ever

struct Selected { // words of a comment; nullopt: none
  std::optional<CommentId> comment;
  std::string text; // Markdown
};
struct Located { // a link to a comment was followed
  CommentId comment;
};
struct RulesLoaded { // somebody begins to write
  bool open{true};   // whether the page takes comments
};
struct Judged { // as AskVerdict asked
  std::string composer;
  std::string verdict; // JSON
};
struct Accompanied {   // the host has, or has no longer, a session for the companion
  std::string session; // JSON; empty: none
};
struct Shown {}; // somebody looks again, or there is a network again

using Msg = std::variant<Adopted, Mount, Remembered, Activated, FieldChanged, ShortcutPressed, Answered, Ticked, Woken,
                         Selected, Located, Hidden, Shown, RulesLoaded, Judged, Accompanied>;

} // namespace palabre::widget
