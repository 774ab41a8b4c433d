// What should happen outside, as data; only the host performs it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/model/instant.h"
#include "shared/wire/routes.h"

namespace palabre::widget::desk {

struct Fetch {
  std::uint32_t request{0};
  wire::Method method{wire::Method::get};
  std::string url; // relative to the server's root
  std::optional<std::string> body{};
  std::string csrf{}; // for the header wire::csrf_header; empty: none
};
struct Store { // in this browser; nullopt: forget
  std::string key;
  std::optional<std::string> value;
};
struct Focus { // a node by its Attr::id
  std::string id;
  std::string select{}; // words of the field to be selected, where they first stand; empty: as it is
};
struct Reveal { // into view, without the focus
  std::string id;
};
struct Announce {
  std::string text;
};
struct Wake { // a tick then; a later one of the same name replaces it
  Duration after;
  std::string_view name; // a literal
};
struct Navigate { // the address's part behind '#'; the host tells it back as a route only when a person changes it
  std::string hash;
  bool replace{false}; // of the present entry of the history
};
struct Copy { // to the clipboard
  std::string text;
};
struct Title { // the page's
  std::string text;
};
struct Reload {}; // the page, with what is stored
struct Open {     // an address in another tab
  std::string url;
};
struct Download { // an address of ours, as a file
  std::string url;
};

using Effect = std::variant<Fetch, Store, Focus, Reveal, Announce, Wake, Navigate, Copy, Title, Reload, Open, Download>;
using Effects = std::vector<Effect>;

} // namespace palabre::widget::desk
