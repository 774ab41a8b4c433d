#include "shared/view/messages.h"

#include <algorithm>

namespace palabre::view {
namespace {

// What a value brings in is not looked at again.
std::string filled(std::string_view text, Messages::Places places) {
  std::string out;
  for (std::size_t open; (open = text.find('{')) != std::string_view::npos;) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto place = std::find_if(places.begin(), places.end(), [&](const auto& one) { return one.first == name; });
    out += text.substr(0, open);
    out += place != places.end() ? place->second : text.substr(open, close - open + 1);
    text.remove_prefix(close + 1);
  }
  out += text;
  return out;
}

} // namespace

const std::string* Messages::find(std::string_view key) const {
  return catalogue_ == nullptr ? nullptr : catalogue_->find(key);
}

bool Messages::knows(std::string_view key) const {
  return find(key) != nullptr;
}

std::string Messages::text(std::string_view key) const {
  const std::string* found = find(key);
  return found != nullptr ? *found : "⟨" + std::string(key) + "⟩";
}

std::string Messages::text(std::string_view key, Places places) const {
  const std::string* found = find(key);
  return found != nullptr ? filled(*found, places) : text(key);
}

std::string Messages::text(std::string_view key, std::string_view name, std::string_view value) const {
  return text(key, {{name, value}});
}

std::string Messages::number(std::int64_t n) const {
  return grouped_number(language_, n);
}

std::string Messages::plural(std::string_view key, std::int64_t n) const {
  std::string full(key);
  full += '.';
  full += to_name(plural_category(language_, n));
  if (!knows(full)) full = std::string(key) + ".other";
  return text(full, "n", number(n));
}

} // namespace palabre::view
