// Everything one mounted thread knows.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/rules/comment_rules.h"
#include "shared/view/thread_view.h"

namespace palabre::widget {

struct Config {
  std::string site;
  std::string page;  // key
  std::string url;   // may be empty
  std::string title; // may be empty
  view::Messages messages;
  std::string seed; // random text, so that request keys differ between visits
};

// Who the reader last was; kept by their browser.
struct Identity {
  std::string name;
  std::string email;
  std::string website;
};

// The right to change a comment, on any page of the site.
struct OwnComment {
  CommentId id;
  std::string token;
  Instant until;
};

enum class Purpose : std::uint8_t {
  load,
  sort,
  more,
  locate,
  watch,
  own,
  post,
  edit,
  remove,
  flag,
  appeal,
  mark,
  companion
};

// A request that waits for its answer.
struct Request {
  Purpose purpose{Purpose::load};
  std::string composer{};                   // of post and edit
  std::string body{};                       // of post and edit: as it stood in the composer
  std::string pending{};                    // of post: PendingComment::key
  std::optional<CommentId> comment{};       // replied to, edited, removed, reported or looked for
  SortOrder sort_before{SortOrder::newest}; // of sort: what to go back to
  std::string about{};                      // of companion: its own; of mark: the action's target
  MarkTally marks_before{};                 // of mark: to go back to
  std::vector<std::string> mine_before{};
  std::string press_next{}; // of mark: the target that was pressed before its answer came
};

// A comment that its author deleted, while that can be undone: nothing has been sent yet.
struct Removal {
  CommentId comment;
  std::string token;
  Instant until;
};

// An attempt to post that may have reached the server although no good answer came back: the same message again takes
// the same key, so it cannot be stored twice.
struct Attempt {
  std::string message; // as encoded
  std::string key;
};

// Who writes, for the server: a random word that says nothing else. Kept from the first thing sent on.
struct ReaderToken {
  std::string text; // empty: the host gave none
  bool stored{false};
};

// Asking now and then for new comments.
struct Watching {
  bool paused{false};
  Duration interval{};              // between questions; grows while nothing happens
  std::optional<Instant> due;       // nullopt: not begun, or asked
  std::optional<Instant> asked;     // the last time
  std::string url;                  // of the last answer
  std::string etag;                 // of the last answer
  std::int64_t version{0};          // of the last document that was taken in from its start on
  std::optional<ThreadPage> latest; // holds what waits to be shown
};

class Companion;

struct Model {
  Config config;
  view::ThreadState state;
  rules::Limits limits;
  std::optional<Instant> now; // the host's clock, when it has told
  Identity identity;
  std::vector<OwnComment> own;
  std::map<std::uint32_t, Request> requests;
  std::uint32_t last_request{0};
  std::uint32_t last_key{0};
  std::map<std::string, Attempt> attempts; // by composer
  std::vector<Removal> removals;
  Watching watching;
  std::string selection; // of state.quotable, as Markdown
  ReaderToken reader;
  std::map<CommentId, std::string> own_tokens; // of state.mine, whether their time to be changed is over or not
  std::vector<Comment> held;                   // the reader's own that wait for a moderator: no document has them
  std::uint32_t published{0};                  // of this reader on the site, as far as known
  bool judging{false};                         // the rules are there
  std::map<std::string, Instant> begun;        // by composer: its first keystroke
  std::shared_ptr<Companion> companion;        // null: a reader's module
};

} // namespace palabre::widget
