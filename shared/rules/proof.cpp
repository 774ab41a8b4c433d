#include "shared/rules/proof.h"

namespace palabre::rules {
namespace {

std::optional<Duration> read_milliseconds(std::string_view text) {
  if (text.empty() || text.size() > 12) return std::nullopt;
  Duration duration;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    duration.milliseconds = duration.milliseconds * 10 + (digit - '0');
  }
  return duration;
}

} // namespace

Proof read_proof(std::string_view text) {
  Proof proof;
  if (text.substr(0, 2) != "1;") return proof;
  text.remove_prefix(2);
  const std::size_t end = text.find(';');
  proof.writing = read_milliseconds(text.substr(0, end));
  proof.trap = end != std::string_view::npos && end + 1 < text.size();
  return proof;
}

} // namespace palabre::rules
