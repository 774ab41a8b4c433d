// update(), by subject. For this room, and for those that go along with its sessions (companion.h).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/wire/codec.h"
#include "widget/app/effect.h"
#include "widget/app/message.h"
#include "widget/app/model.h"

namespace palabre::widget {

// loading.cpp
void show_thread(Model& model, ThreadPage thread, Effects& effects);
void load(Model& model, Effects& effects);
void load_more(Model& model, Effects& effects);
void sort_by(Model& model, std::string_view order, Effects& effects);
void answer_load(Model& model, const Request& request, const Answered& answer, Effects& effects);

void fetch_thread(Model& model, Request request, const wire::ThreadQuery& query, Effects& effects);
// The thread that is shown, in the order that it is shown in.
[[nodiscard]] wire::ThreadQuery query_of(const Model& model);
void drop_requests_for_the_list(Model& model);

// watching.cpp
// From now on, with nothing waiting.
void start_watching(Model& model, Effects& effects);
void watch(Model& model, Effects& effects); // as Wake asked
void pause_watching(Model& model);
void resume_watching(Model& model, Effects& effects);
// The reader does something: others may too.
void watch_closely(Model& model, Effects& effects);
// An answer on its way is older than what is shown now.
void distrust_watch(Model& model, Effects& effects);
void answer_watch(Model& model, const Answered& answer, Effects& effects);
// Edits and deletions of what is shown; what is new is not shown yet.
void take_in(Model& model, const ThreadPage& later, Effects& effects);
void show_new(Model& model, Effects& effects);

// reading.cpp
void toggle_fold(Model& model, CommentId id, Effects& effects);
void unfold_above(Model& model, CommentId id);
void locate(Model& model, CommentId id, Effects& effects);
void answer_locate(Model& model, const Request& request, ThreadPage thread, Effects& effects);
void select_words(Model& model, const Selected& selected);
// Opens the reply box with the selected words quoted behind what it holds.
void quote(Model& model, CommentId id, Effects& effects);

// composing.cpp
// Where a composer writes to, from its key: "new", "reply-42", "edit-42", "appeal-42".
enum class Writing : std::uint8_t { comment, reply, edit, appeal };
struct ComposerTarget {
  Writing writing{Writing::comment};
  std::optional<CommentId> comment; // replied to, edited or appealed for
};
[[nodiscard]] std::optional<ComposerTarget> parse_composer(std::string_view key);
// The composer of this key, made with the reader's identity where there is none.
view::Composer& composer_of(Model& model, const std::string& key);
void change_field(Model& model, std::string_view target, const std::string& value, Effects& effects);
void format(Model& model, std::string_view target, const text::Selection& selection, Effects& effects);
void toggle_preview(Model& model, const std::string& key);
void change_author(Model& model, const std::string& key, Effects& effects);
void toggle_reply(Model& model, CommentId id, Effects& effects);
void close_reply(Model& model, CommentId id, Effects& effects);
void open_edit(Model& model, CommentId id, Effects& effects);
void close_edit(Model& model, CommentId id, Effects& effects);
// Escape: closes what holds nothing unsaved.
void leave_composer(Model& model, const std::string& key, Effects& effects);

// sending.cpp
void submit(Model& model, const std::string& composer, Effects& effects);
void answer_post(Model& model, const Request& request, const Answered& answer, Effects& effects);
// What became of a comment that was on its way: `request` has its composer, body and pending key.
void take_posted(Model& model, const Request& request, const Expected<wire::PostedComment>& posted, Effects& effects);
void answer_edit(Model& model, const Request& request, const Answered& answer, Effects& effects);

void show_error(Model& model, const std::string& composer, Error error, Effects& effects);

// judging.cpp: what will become of a draft, said while it is being written
void begin_judging(Model& model, bool open, Effects& effects);
void ask_verdict(const Model& model, const std::string& composer, Effects& effects);
void take_verdict(Model& model, const std::string& composer, std::string_view verdict);
void forget_verdict(Model& model, const std::string& composer);
// From the first keystroke to now; nullopt: nobody saw it.
[[nodiscard]] std::optional<Duration> time_to_write(const Model& model, const std::string& composer);

// own_comments.cpp: what the server knows of this reader
void ask_own(Model& model, Effects& effects);
void answer_own(Model& model, const Answered& answer, Effects& effects);
void note_mine(Model& model, CommentId id, const std::string& token);
// A comment of the reader's own as the server answered it, with the verdict's reasons.
[[nodiscard]] Comment with_reasons(Comment comment, const rules::Verdict& verdict);
// Those that wait for a moderator keep their place, whatever document is shown.
void keep_held(Model& model, const Comment& comment);
void place_held(Model& model);
// Something is sent with the reader's token: from now on it is kept.
[[nodiscard]] std::optional<std::string> use_reader_token(Model& model, Effects& effects);

// reporting.cpp: flags, appeals, masks
void toggle_flag(Model& model, CommentId id, Effects& effects);
void flag_as(Model& model, std::string_view target, Effects& effects);
void answer_flag(Model& model, const Request& request, const Answered& answer, Effects& effects);
void toggle_appeal(Model& model, CommentId id, Effects& effects);
void send_appeal(Model& model, const std::string& composer, CommentId id, Effects& effects);
void answer_appeal(Model& model, const Request& request, const Answered& answer, Effects& effects);
void toggle_mask(Model& model, const std::string& target);

// marking.cpp: votes and reactions
// Shown at once; the server's answer has the last word.
void toggle_mark(Model& model, const std::string& target, Effects& effects);
// Shows all reactions there, or only those that somebody left.
void toggle_marks(Model& model, const std::string& target);
void answer_mark(Model& model, const Request& request, const Answered& answer, Effects& effects);
void take_own_marks(Model& model, const std::vector<wire::OwnMarks>& marks);

// removing.cpp
// The comment's place says that it is deleted; the server hears of it when the time to undo is over.
void remove(Model& model, CommentId id, Effects& effects);
void undo_removal(Model& model, CommentId id, Effects& effects);
void send_due_removals(Model& model, Effects& effects);
// When this may be the last that is heard of the page.
void send_all_removals(Model& model, Effects& effects);
// Asks to be woken for those that wait.
void wait_for_removals(const Model& model, Effects& effects);
void answer_removal(Model& model, const Request& request, const Answered& answer, Effects& effects);

// memory.cpp
void remember(Model& model, const Remembered& remembered, Effects& effects);
// Fills the reader's identity in where nobody has written another; there one line stands for the fields.
void show_identity(Model& model);
void own_comment(Model& model, CommentId id, const std::string& token, Effects& effects);
void disown_comment(Model& model, CommentId id, Effects& effects);
void keep_identity(Model& model, const rules::Draft& draft, Effects& effects);
void keep_draft(const Model& model, const std::string& composer, const std::string& body, Effects& effects);
// Which comments may be changed now; asks to be woken when the first of these rights ends.
void refresh_rights(Model& model, Effects& effects);
// Whether the view still offers a change whose time is over.
[[nodiscard]] bool has_lapsed_rights(const Model& model);
[[nodiscard]] const OwnComment* find_own(const Model& model, CommentId id); // nullptr: not the reader's

// requests.cpp
std::uint32_t remember_request(Model& model, Request request);
// Whether a request of this purpose, about this comment or any, still waits.
[[nodiscard]] bool waits_for(const Model& model, Purpose purpose, std::optional<CommentId> comment = std::nullopt);
[[nodiscard]] bool is_success(const Answered& answer);
[[nodiscard]] Error failure_of(const Answered& answer);
void announce(const Model& model, std::string_view message_key, Effects& effects);

// merging.cpp: pure changes to a thread by a later document of it, which may hold a part of it only
// Edits, deletions and counts. `kept` say yes to comments that stay although the document has them no more.
using IsKept = std::function<bool(const Comment&)>;
void take_changes(ThreadPage& thread, const ThreadPage& later, const IsKept& kept);
// What the document has and the thread has not, in the document's order.
[[nodiscard]] std::vector<Comment> newcomers(const ThreadPage& thread, const ThreadPage& later);
// Each of them where the document has it; what is there is not moved.
void insert_newcomers(ThreadPage& thread, const ThreadPage& later, const std::vector<Comment>& added);

// thread_edits.cpp: pure changes to a list of comments
[[nodiscard]] const Comment* find_comment(const ThreadPage& thread, CommentId id);
// Where the sort order and its parent put it; a comment that is there already is replaced.
void insert_comment(ThreadPage& thread, const Comment& comment);
void replace_comment(ThreadPage& thread, const Comment& comment); // keeps what readers left on it
// As the store does it: with replies it becomes a placeholder; placeholders that lose their last reply go with it.
void remove_comment(ThreadPage& thread, CommentId id);

} // namespace palabre::widget
