#include "shared/rules/owner_entry.h"

#include <algorithm>

#include "shared/text/utf8.h"

namespace palabre::rules {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_host_character(char c) {
  return is_letter_or_digit(c) || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

bool has_control(std::string_view entry) {
  return std::any_of(entry.begin(), entry.end(),
                     [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; });
}

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.front() == '.' || host.back() == '.') return false;
  if (host.find("..") != std::string_view::npos) return false;
  return std::all_of(host.begin(), host.end(), is_host_character);
}

} // namespace

EntryFault fault_of_word(std::string_view entry) {
  if (has_control(entry)) return EntryFault::forbidden;
  if (text::code_point_count(entry) > owner_entry_limit) return EntryFault::too_long;
  if (text::is_blank(entry)) return EntryFault::empty;
  if (entry.find_first_not_of("* \t") == std::string_view::npos) return EntryFault::matches_everything;
  return EntryFault::none;
}

EntryFault fault_of_domain(std::string_view entry) {
  return is_host(entry) && entry.find('.') != std::string_view::npos ? EntryFault::none : EntryFault::no_domain;
}

EntryFault fault_of_origin(std::string_view entry) {
  const std::size_t scheme = entry.substr(0, 8) == "https://" ? 8 : entry.substr(0, 7) == "http://" ? 7 : 0;
  if (scheme == 0) return EntryFault::no_origin;
  entry.remove_prefix(scheme);
  const std::size_t colon = entry.find(':');
  const std::string_view host = entry.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? std::string_view() : entry.substr(colon + 1);
  const bool digits = std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool has_port = colon != std::string_view::npos;
  if (has_port && (port.empty() || port.size() > 5 || !digits)) return EntryFault::no_origin;
  return is_host(host) ? EntryFault::none : EntryFault::no_origin;
}

} // namespace palabre::rules
