// Everything one mounted thread knows.
#pragma once

#include <cstdint>
#include <map>
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

enum class Purpose : std::uint8_t { load, sort, more, post, edit, remove };

// A request that waits for its answer.
struct Request {
  Purpose purpose{Purpose::load};
  std::string composer{};                   // of post and edit
  std::string body{};                       // of post and edit: as it stood in the composer
  std::string pending{};                    // of post: PendingComment::key
  std::optional<CommentId> comment{};       // replied to, edited or removed
  SortOrder sort_before{SortOrder::newest}; // of sort: what to go back to
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
};

} // namespace palabre::widget
