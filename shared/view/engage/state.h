// What a reader's page knows of posts: what the server told everybody, and what this reader does with each of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/error.h"
#include "shared/view/messages.h"
#include "shared/view/node.h"
#include "shared/wire/posts.h"

namespace palabre::view::engage {

enum class Place : std::uint8_t {
  thread, // above a thread: banners and cards, not what has a place of its own
  alone,  // one post where the page's author put it
};

// Without script the same view is made of forms alone.
enum class Means : std::uint8_t { module, forms };

enum class Checking : std::uint8_t { not_asked, asked, agrees, differs, failed };

// Whether the reader's own entry stands in the list that was closed.
enum class OwnLine : std::uint8_t { none, listed, missing };

// What a reader's own browser found when it counted or drew again.
struct Check {
  Checking state{Checking::not_asked};
  std::int64_t counted{0}; // ballots, or entries
  // Of a contest's list: which step failed, where it differs.
  bool drawn{true}; // by lot; else there is a closed list and nothing more to compute
  bool seed_fits{true};
  bool list_fits{true};
  OwnLine own{OwnLine::none};
};

struct PollPart {
  std::optional<Ballot> cast{};             // as the server has it, or soon will
  std::vector<std::uint32_t> chosen{};      // what the form shows; ranked: the best first
  std::string other{};                      // the field's
  std::string name{};                       // of a public ballot
  bool changing{false};                     // the form is open again
  std::optional<wire::PollView> own_view{}; // results that only those who voted may see
  Check check{};
  std::vector<wire::NamedBallot> named{}; // of an open poll, once its count was checked
};

// What is asked of whoever takes part.
struct Condition {
  bool met{false};
  std::string address{}; // where it can be met; may be empty
};

struct ContestPart {
  std::optional<wire::OwnEntry> entry{};
  Condition comment{};
  Condition vote{};
  std::string name{};
  Naming naming{Naming::name};
  std::string text{};
  bool changing{false};
  bool told{false}; // the entry is as the server had it when the winners were known
  Check check{};
};

struct Item {
  wire::PostDocument document;
  PollPart poll{};
  ContestPart contest{};
  bool busy{false};
  bool dismissed{false};
  std::optional<Error> error{};
  std::string done{}; // what just happened, in words
};

// What a post's Markdown becomes. nullptr: an empty group, which the page fills with what the server printed, so that
// the posts' module needs no Markdown.
using BodyMaker = std::vector<NodePtr> (*)(std::string_view markdown);

struct State {
  Messages messages;
  std::string asked_language{}; // that forms without script go on asking for; may be empty
  Place place{Place::thread};
  Means means{Means::module};
  std::string page{}; // without script: the page that forms lead back to; may be empty
  BodyMaker bodies{nullptr};
  std::vector<Item> items{};
  Instant now{}; // the server's
};

// What a reader who did nothing yet is shown.
[[nodiscard]] State first_state(std::vector<wire::PostDocument> posts, Instant now, Messages messages,
                                Place place = Place::thread);

// Results that this reader may see now: everybody's, or those of who voted; nullptr: none.
[[nodiscard]] const wire::PollView* visible_results(const Item& item);
// Those that this place shows, the first first; dismissed ones, too.
[[nodiscard]] std::vector<const Item*> in_order(const State& state);
// Whether the winners are known.
[[nodiscard]] bool is_drawn(const wire::PostDocument& document);
// Names what was dismissed: the id, and what it said then. Part of the element's id, so that a page may leave it out
// before any module is there.
[[nodiscard]] std::string dismissal_key(const Post& post);

} // namespace palabre::view::engage
