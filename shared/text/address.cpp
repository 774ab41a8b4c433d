#include "shared/text/address.h"

#include <algorithm>
#include <array>

namespace palabre::text {
namespace {

constexpr std::size_t longest_name = 64;  // before an @
constexpr std::size_t longest_host = 253; // both: RFC 5321, RFC 1035

bool is_label_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

bool ends_chunk(char byte) {
  return byte == ' ' || byte == '\n' || byte == '<' || byte == '>' || byte == '"';
}

template <std::size_t size> bool is_among(const std::array<std::string_view, size>& sorted, std::string_view name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

bool is_common_top(std::string_view name) {
  static constexpr std::array<std::string_view, 52> names{
      "app",  "be",    "bid",   "biz",  "blog", "br",  "bzh", "cc",     "ch",  "click",   "club", "cn",  "co",
      "com",  "de",    "dev",   "edu",  "eu",   "fm",  "fr",  "gg",     "gl",  "gle",     "gov",  "icu", "info",
      "io",   "jp",    "ly",    "ml",   "mobi", "net", "nl",  "online", "org", "pl",      "pro",  "ru",  "shop",
      "site", "space", "store", "tech", "tk",   "top", "tv",  "uk",     "vip", "website", "win",  "xxx", "xyz"};
  return is_among(names, name);
}

bool is_top(std::string_view name) {
  return name.size() >= 2 && name.size() <= 18 &&
         std::all_of(name.begin(), name.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

} // namespace

std::size_t Addresses::end_of(std::size_t begin) {
  if (begin >= chunk_end_) look_ahead(begin);
  if (!possible_) return 0;
  const std::string_view rest = text_.substr(begin, chunk_end_ - begin);
  for (const std::string_view scheme : {"http://", "https://", "www."}) {
    if (rest.size() > scheme.size() && rest.starts_with(scheme)) return trimmed(begin, chunk_end_);
  }
  if (const std::size_t end = mail_end(begin); end > 0) return end;
  return bare_end(begin);
}

void Addresses::look_ahead(std::size_t begin) {
  possible_ = false;
  std::size_t at = begin;
  for (; at < text_.size() && !ends_chunk(text_[at]); ++at) {
    possible_ = possible_ || ((text_[at] == '.' || text_[at] == ':' || text_[at] == '@') && at + 1 < text_.size() &&
                              (is_label_byte(text_[at + 1]) || text_[at + 1] == '/'));
  }
  chunk_end_ = std::max(at, begin + 1);
}

std::size_t Addresses::trimmed(std::size_t begin, std::size_t end) const {
  const bool opened = text_.substr(begin, end - begin).find('(') != std::string_view::npos;
  const std::string_view endings = opened ? ".,;:!?'*_~]}" : ".,;:!?'*_~])}";
  while (end > begin && endings.find(text_[end - 1]) != std::string_view::npos) --end;
  return end;
}

// Of labels with a dot between each two, two or more; 0: there is no host.
std::size_t Addresses::host_end(std::size_t begin) const {
  const std::size_t limit = std::min(chunk_end_, begin + longest_host);
  std::size_t dots = 0;
  std::size_t end = begin;
  for (std::size_t at = begin; at < limit; ++at) {
    const bool inner = at + 1 < limit && at > begin && is_label_byte(text_[at + 1]);
    if (is_label_byte(text_[at])) {
      end = at + 1;
    } else if (text_[at] == '.' && inner && text_[at - 1] != '.') {
      ++dots;
    } else if (text_[at] != '-' || !(at > begin)) {
      break;
    }
  }
  return dots == 0 ? 0 : end;
}

std::size_t Addresses::mail_end(std::size_t begin) {
  if (begin < no_mail_until_) return 0;
  const std::size_t limit = std::min(chunk_end_, begin + longest_name + 1);
  std::size_t at = begin;
  while (at < limit &&
         (is_label_byte(text_[at]) || std::string_view(".-_+%").find(text_[at]) != std::string_view::npos)) {
    ++at;
  }
  if (at == begin || at >= limit || text_[at] != '@') {
    if (at < limit || at == chunk_end_) no_mail_until_ = at;
    return 0;
  }
  const std::size_t end = host_end(at + 1);
  if (end == 0) return 0;
  const std::string_view host = text_.substr(at + 1, end - at - 1);
  return is_top(host.substr(host.rfind('.') + 1)) ? end : 0;
}

std::size_t Addresses::bare_end(std::size_t begin) {
  if (begin < no_host_until_) return 0;
  const std::size_t end = host_end(begin);
  if (end == 0) return 0;
  const std::string_view host = text_.substr(begin, end - begin);
  const std::string_view top = host.substr(host.rfind('.') + 1);
  const bool path = end + 1 < chunk_end_ && text_[end] == '/' && is_label_byte(text_[end + 1]);
  if (path && is_top(top)) return trimmed(begin, chunk_end_);
  static constexpr std::array<std::string_view, 2> words{"be", "de"};
  if (!is_common_top(top) || is_among(words, top)) {
    no_host_until_ = end;
    return 0;
  }
  if (end < chunk_end_ && text_[end] == '/') return end + 1;
  return end;
}

} // namespace palabre::text
