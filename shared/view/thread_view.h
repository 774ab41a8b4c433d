// A thread as people see it: comments, composer, sorting, and its empty, loading and error states. The same function
// runs on the server for the first paint and in the widget for everything after, so for the same state both give the
// same tree.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/error.h"
#include "shared/model/thread.h"
#include "shared/rules/comment_rules.h"
#include "shared/view/additions.h"
#include "shared/view/messages.h"
#include "shared/view/node.h"
#include "shared/wire/messages.h"

namespace palabre::view {

// Why a draft would not simply be published, as its writer reads it.
struct OutlookReason {
  std::string rule;
  std::int64_t count{0};
  std::vector<std::string> words{}; // of the body that set it off; empty: all of it, or no part of it
};

// What would become of a draft, and why. Nothing to say when it would be published.
struct Outlook {
  rules::Decision decision{rules::Decision::publish};
  std::vector<OutlookReason> reasons;
};

// Where a writer stands. Keys: "new", "reply-<id>", "edit-<id>", "appeal-<id>".
struct Composer {
  rules::Draft draft;
  std::string trap{}; // a field that people do not see
  Outlook outlook{};
  bool sending{false};
  bool preview{false};
  bool author_known{false};   // and shown in one line in place of the fields
  bool signed_in{false};      // the author is a member of the team: known, and not to be changed here
  std::optional<Error> error; // the last attempt's; the text stays
};

// A comment of the reader's own that the server has not acknowledged.
struct PendingComment {
  std::string key; // unique in the widget
  std::optional<CommentId> parent;
  Author author;
  std::string body;
};

// A comment that its author deleted a moment ago; its place says so.
enum class Leaving : std::uint8_t { undoable, going };

// The box in which a reader says what is wrong with a comment.
struct Flagging {
  CommentId comment;
  bool sending{false};
  std::optional<Error> error{};
};

// What the site says to a newcomer, below their first comment.
struct Welcome {
  CommentId comment;
  std::string text; // Markdown
};

enum class LoadState : std::uint8_t { loaded, loading, failed };

// Without script the same view is made of forms and links.
enum class Interaction : std::uint8_t { widget, forms };

struct ThreadState {
  Messages messages;          // the words, and with them the language
  std::string asked_language; // a catalogue that links and forms without script go on asking for; may be empty
  Interaction interaction{Interaction::widget};
  LoadState load{LoadState::loaded};
  std::optional<Error> load_error;
  ThreadPage thread;
  bool loading_more{false};
  std::map<std::string, Composer> composers;
  std::vector<PendingComment> pending;
  std::set<CommentId> folded;           // their replies are out of sight
  std::set<CommentId> fresh;            // came while the reader was here
  std::int64_t waiting{0};              // new comments that are not shown yet
  std::optional<CommentId> quotable;    // some of its words are selected
  std::set<CommentId> own;              // may be edited and deleted by this reader, now
  std::optional<CommentId> replying_to; // one reply box at a time
  std::optional<CommentId> editing;
  std::set<CommentId> mine;           // this reader's own, whether they may still be changed or not
  std::set<CommentId> flagged;        // by this reader
  std::optional<Flagging> flagging;   // one box at a time
  std::set<CommentId> appealed;       // by this reader
  std::optional<CommentId> appealing; // one box at a time
  std::optional<Welcome> welcome;
  std::map<CommentId, std::vector<std::string>> own_marks; // what this reader left; by 0: on the page itself
  std::optional<CommentId> marking;                        // all reactions are shown there
  std::set<std::string> lifted;                            // masks, as Action::target of `lift` names them
  std::map<CommentId, Leaving> leaving;
  std::map<CommentId, Error> remove_errors; // why one is still there; until the next attempt
  std::string notice;                       // said politely by the live region, already in words
  const Additions* additions{nullptr};      // null: a reader
};

// Subtrees that did not change since the last view come back as the same pointers.
class ViewCache {
public:
  struct Entry {
    std::size_t fingerprint{0};
    NodePtr node;
  };
  Entry list;    // of a quiet list: no open composer, no comment on its way
  NodePtr shown; // the list of the last view; may be null
  std::map<CommentId, Entry> comments;
};

// What may differ from the state of the cache's last view.
enum class Changed : std::uint8_t { anything, composers };

// `cache` may be null. The root is a section with the key "thread".
[[nodiscard]] NodePtr thread_view(const ThreadState& state, ViewCache* cache = nullptr,
                                  Changed changed = Changed::anything);

// The state that the first paint shows for everybody.
[[nodiscard]] ThreadState first_state(ThreadPage thread, Messages messages);

// A whole HTML document for `/t/{site}/…`: the thread made of forms and links, with our stylesheet inline and a strict
// policy in mind (no script). `replying_to`, `notice` and the "new" composer of `state` come from the request.
// Its links: ?reply=ID, ?sort=NAME, ?sort=NAME&after=CURSOR. Its form posts to wire::plain_thread_url the fields body,
// name, email, website, parent (an id, in a reply only) and version (the thread's, as it was shown). `posts` is the
// HTML of what stands above the thread.
[[nodiscard]] std::string plain_page(const ThreadState& state, std::string_view stylesheet,
                                     const std::string& address = {}, const wire::Appearance& look = {},
                                     std::string_view posts = {});
// The second stylesheet of that page, for its policy; empty where there is none.
[[nodiscard]] std::string look_stylesheet(const wire::Appearance& look);

} // namespace palabre::view
