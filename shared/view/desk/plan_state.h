// What the desk shows of announcements, questions, polls and contests: the calendar, the editor, results and entries.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/error.h"
#include "shared/view/desk/local_time.h"
#include "shared/view/thread_view.h"
#include "shared/wire/posts.h"

namespace palabre::view::desk {

enum class PlanPlace : std::uint8_t { calendar, editor, results, entries };
enum class PlanLook : std::uint8_t { month, list };

struct CalendarState {
  LoadState load{LoadState::loading};
  std::optional<Error> error{};
  std::optional<wire::DeskPosts> posts{};
  std::string asked{}; // the path of the last request
  std::string site{};  // whose posts are there
  PlanLook look{PlanLook::month};
  std::int64_t month{0}; // 12 · year + month - 1
  std::int64_t day{0};   // local_time.h; the one whose posts are said
};

// An option as it is written; its key stays while others come and go.
struct OptionForm {
  std::uint32_t key{0};
  std::uint32_t id{0}; // 0: not stored yet
  std::string text{};
};

// A post as it is written. What a control cannot hold wrongly is in `post`; the rest is text until it is sent.
struct PostForm {
  Post post{};
  std::int64_t votes{0}; // ballots or entries that there are
  bool changed{false};
  bool every_page{true};
  std::string pages{}; // one a line
  std::string starts{};
  std::string ends{};
  std::vector<OptionForm> options{};
  std::uint32_t last_key{0};
  std::string least{"1"};
  std::string most{}; // empty: all
  std::string winners{"1"};
  std::string answers{}; // one a line
  std::optional<Error> refused{};
  std::optional<Post> theirs{}; // what somebody else saved meanwhile
};

// What is asked before it is done.
enum class PlanQuestion : std::uint8_t { none, remove, close, withdraw, freeze, draw };

struct EditorState {
  LoadState load{LoadState::loading};
  std::optional<Error> error{};
  std::string key{};                       // "new/poll", or a post's id
  std::map<std::string, PostForm> forms{}; // by key; they outlive leaving the screen
  std::vector<wire::DeskPost> polls{};     // of the site: what a contest may ask to have voted in
  PlanQuestion asking{PlanQuestion::none};
  bool saving{false};
};

struct PollResultsState {
  LoadState load{LoadState::loading};
  std::optional<Error> error{};
  PostId id{};
  std::optional<wire::PollDeskResults> results{};
};

struct EntriesState {
  LoadState load{LoadState::loading};
  std::optional<Error> error{};
  PostId id{};
  std::optional<wire::ContestDesk> desk{};
  EntryState tab{EntryState::held};
  bool entries_loaded{false};
  std::vector<wire::Entry> entries{};
  std::string next{};
  bool loading_more{false};
  std::int64_t chosen{0};           // an entry's number; 0: none
  std::vector<std::int64_t> jury{}; // whom the jury chose, the first first
  std::string codes{};              // one a line
  std::optional<Error> codes_refused{};
  PlanQuestion asking{PlanQuestion::none};
  bool sending{false};
};

struct PlanState {
  PlanPlace place{PlanPlace::calendar};
  std::string path{}; // below the screen, as the address has it
  std::string site{}; // name
  LocalZone zone{};
  CalendarState calendar{};
  EditorState editor{};
  PollResultsState results{};
  EntriesState entries{};
};

// ---- A month
// --------------------------------------------------------------------------------------------

struct DayRange { // as local_time.h counts days
  std::int64_t first{0};
  std::int64_t end{0}; // exclusive
};
[[nodiscard]] DayRange days_shown(std::int64_t month); // whole weeks
[[nodiscard]] std::int64_t month_of_day(std::int64_t day);
[[nodiscard]] std::string month_name(std::int64_t month); // "2026-11"

// ---- A post and its form
// --------------------------------------------------------------------------------------------

inline constexpr std::size_t first_options = 2; // that a new poll begins with

[[nodiscard]] PostForm new_form(PostKind kind, std::string site);
[[nodiscard]] PostForm form_of(const Post& post, std::int64_t votes, const LocalZone& zone);
// What would be sent; the error's field is the control's name.
[[nodiscard]] Expected<Post> written_post(const PostForm& form, const LocalZone& zone);
// Names of the controls in which two posts differ, as they are in the catalogue.
[[nodiscard]] std::vector<std::string_view> differences(const Post& before, const Post& after);
// Whether that control may no longer be changed, because people voted or entered.
[[nodiscard]] bool is_fixed(const PostForm& form, std::string_view control);

} // namespace palabre::view::desk
