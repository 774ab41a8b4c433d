#include "shared/rules/links.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shared/rules/domains.h"

namespace palabre::rules {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
// Of a host that stands bare in a sentence; folded text is ASCII where it can be.
bool is_host_byte(char c) {
  return is_alphanumeric(c) || c == '-' || c == '.' || c == '_';
}
bool ends_address(char c) {
  return std::string_view(" \n<>\"`{}|^\\").find(c) != none;
}

std::string_view without_www(std::string_view host) {
  return host.starts_with("www.") && host.find('.', 4) != none ? host.substr(4) : host;
}

bool is_numeric(std::string_view host) {
  if (host.starts_with('[')) return true;
  if (host.starts_with("0x") && host.find('.') == none) return true;
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) { return is_digit(c) || c == '.'; });
}

// Whether `host`, written without a scheme, is an address rather than two sentences without a blank between them.
bool looks_like_host(std::string_view host, bool has_path) {
  const std::size_t dot = host.rfind('.');
  if (dot == none || dot == 0 || host.find("..") != none || is_digit(host.back())) return false;
  const std::string_view name = host.substr(0, dot);
  if (name.starts_with("www.")) return true;
  const TopLevel ending = top_level(host.substr(dot + 1));
  if (ending == TopLevel::unknown) return false;
  if (host == "asp.net" || host == "vb.net" || host == "ado.net") return false;
  if (name.size() < 2 && !has_path) return false;
  if (ending == TopLevel::clear || has_path) return true;
  return name.find_first_of(".-0123456789") != none && name.find('_') == none;
}

class LinkFinder {
public:
  explicit LinkFinder(const text::Folded& folded) : folded_(folded), text_(folded.text) {}

  std::vector<Link> run() {
    for (std::size_t at = 0; at < text_.size();) {
      switch (text_[at]) {
      case '.': at = dot(at); break;
      case ':': at = colon(at); break;
      case '[': open_ = at++; break;
      case ']': at = close(at); break;
      case 'd': at = spelled(at, "dot"); break;
      case 'p': at = spelled(at, "point"); break;
      default: ++at;
      }
    }
    return std::move(links_);
  }

private:
  // Every handler returns where to go on, always beyond `at`; what lies before `done_` is taken or refused.

  std::size_t dot(std::size_t at) {
    if (const std::size_t after = spelled_dot(at); after > 0) return after;
    if (at == 0 || at + 1 >= text_.size() || !is_alphanumeric(text_[at - 1]) || !is_alphanumeric(text_[at + 1])) {
      return at + 1;
    }
    const std::size_t begin = host_begin(at);
    std::size_t end = at;
    while (end < text_.size() && is_host_byte(text_[end])) ++end;
    const std::size_t run = end;
    while (end > at && !is_alphanumeric(text_[end - 1])) --end;
    done_ = run;
    if (begin > 0 && (text_[begin - 1] == '@' || text_[begin - 1] == '/')) return run;
    if (run < text_.size() && text_[run] == '@') return run;
    const bool path = run == end && end + 1 < text_.size() && text_[end] == '/' && is_path_byte(text_[end + 1]);
    const std::string_view host = text_.substr(begin, end - begin);
    if (!looks_like_host(host, path)) return run;
    const std::size_t stop = path ? address_end(end) : end;
    add(host, begin, end, stop, 0);
    return done_ = std::max(stop, run);
  }

  static bool is_path_byte(char c) { return is_alphanumeric(c) || c == '?' || c == '@' || c == '+' || c == '_'; }

  std::size_t host_begin(std::size_t at) const {
    std::size_t begin = at;
    while (begin > done_ && is_host_byte(text_[begin - 1])) --begin;
    while (begin < at && !is_alphanumeric(text_[begin])) ++begin;
    return begin;
  }

  // The end of what follows a host, without the sentence's punctuation and a bracket that was not opened in it.
  std::size_t address_end(std::size_t from) const {
    std::size_t end = from;
    std::size_t open = 0;
    for (; end < text_.size() && !ends_address(text_[end]); ++end) {
      if (text_[end] == '(') ++open;
      if (text_[end] == ')' && open-- == 0) break;
      if (text_[end] == ']' || text_[end] == '[') break;
    }
    while (end > from && std::string_view(".,;:!?'*_~").find(text_[end - 1]) != none) --end;
    return end;
  }

  // ://, with a scheme before it.
  std::size_t colon(std::size_t at) {
    if (text_.substr(at, 3) != "://") return at + 1;
    std::size_t begin = at;
    while (begin > done_ && at - begin < 6 && is_alphanumeric(text_[begin - 1])) --begin;
    const std::string_view scheme = text_.substr(begin, at - begin);
    std::size_t size = 0;
    for (const std::string_view known : {"http", "https", "hxxp", "hxxps", "ftp"}) {
      if (scheme.ends_with(known)) size = std::max(size, known.size());
    }
    if (size == 0) return at + 3;
    return authority(at - size, at + 3, scheme.find("xx") != none ? unsigned{spelled_out} : 0U);
  }

  std::size_t authority(std::size_t begin, std::size_t from, unsigned traits) {
    const std::size_t stop = address_end(from);
    done_ = std::max(stop, from);
    std::string_view host = text_.substr(from, stop - from);
    host = host.substr(0, host.find_first_of("/?#"));
    std::size_t host_at = from;
    if (const std::size_t user = host.rfind('@'); user != none) {
      if (host.substr(0, user).find('.') != none) traits |= mismatch;
      host_at += user + 1;
      host.remove_prefix(user + 1);
    }
    if (!host.starts_with('[')) host = host.substr(0, host.find(':'));
    while (host.ends_with('.')) host.remove_suffix(1);
    if (is_numeric(host)) traits |= numeric_host;
    if (host.find('.') == none && (traits & numeric_host) == 0) return done_;
    add(host, begin, host_at + host.size(), stop, traits | markup_before(begin));
    return done_;
  }

  unsigned markup_before(std::size_t begin) const {
    std::string_view before = text_.substr(0, begin);
    while (!before.empty() && (before.back() == '"' || before.back() == '\'')) before.remove_suffix(1);
    return before.ends_with("href=") || before.ends_with("[url=") || before.ends_with("[url]")
               ? unsigned{foreign_markup}
               : 0U;
  }

  // The end of [text](destination): the addresses in its text are no links of their own.
  std::size_t close(std::size_t at) {
    if (open_ == none || at + 1 >= text_.size() || text_[at + 1] != '(') return at + 1;
    const std::size_t opened = std::exchange(open_, none);
    std::size_t from = at + 2;
    while (from < text_.size() && (text_[from] == ' ' || text_[from] == '<')) ++from;
    const std::size_t scheme_end = text_.substr(from, 16).find("//");
    const bool web = scheme_end != none && (scheme_end == 0 || text_[from + scheme_end - 1] == ':');
    if (!web && !text_.substr(from).starts_with("www.")) return at + 1;
    const std::uint32_t opened_at = folded_.at[opened];
    std::optional<std::string> shown;
    while (!links_.empty() && links_.back().begin >= opened_at) {
      shown = std::move(links_.back().host);
      links_.pop_back();
    }
    const std::size_t count = links_.size();
    const std::size_t end = authority(from, web ? from + scheme_end + 2 : from, 0);
    if (links_.size() == count) return end;
    Link& link = links_.back();
    link.begin = opened_at;
    if (end < text_.size() && text_[end] == ')') link.end = folded_.at[end + 1];
    if (shown && registered_domain(*shown) != registered_domain(link.host)) link.traits |= mismatch;
    return end;
  }

  // "example[.]com", "example (.) com", "example . com"
  std::size_t spelled_dot(std::size_t at) {
    if (at == 0 || at + 1 >= text_.size()) return 0;
    const char before = text_[at - 1];
    const char after = text_[at + 1];
    const bool bracketed = (before == '[' && after == ']') || (before == '(' && after == ')');
    if (bracketed) return join(at - 1, at + 2, true);
    return before == ' ' && after == ' ' ? join(at, at + 1, false) : 0;
  }

  // "example dot com", "exemple (point) com"
  std::size_t spelled(std::size_t at, std::string_view word) {
    if (at == 0 || !text_.substr(at).starts_with(word)) return at + 1;
    const std::size_t end = at + word.size();
    const char before = text_[at - 1];
    const char after = end < text_.size() ? text_[end] : '\n';
    std::size_t joined = 0;
    if ((before == '[' && after == ']') || (before == '(' && after == ')')) joined = join(at - 1, end + 1, true);
    if (before == ' ' && after == ' ') joined = join(at, end, false);
    return joined > 0 ? joined : at + 1;
  }

  // The label before `begin` and the ending after `end`, blanks between; 0: they make no address.
  std::size_t join(std::size_t begin, std::size_t end, bool bracketed) {
    const std::size_t until = begin;
    while (begin > done_ && text_[begin - 1] == ' ') --begin;
    const std::size_t label_end = begin;
    begin = host_begin(label_end);
    while (end < text_.size() && text_[end] == ' ') ++end;
    std::size_t stop = end;
    while (stop < text_.size() && is_alphanumeric(text_[stop])) ++stop;
    const std::string_view label = text_.substr(begin, label_end - begin);
    const std::string_view ending = text_.substr(end, stop - end);
    if (label.empty() || (begin > 0 && text_[begin - 1] == '@')) return 0;
    if (bracketed ? top_level(ending) == TopLevel::unknown : !is_clear(label, ending, text_[until])) return 0;
    add(std::string(label) + '.' + std::string(ending), begin, label_end, stop, spelled_out);
    return done_ = stop;
  }

  // Without brackets, common words must not meet: "the dot com years", "point net".
  static bool is_clear(std::string_view label, std::string_view ending, char separator) {
    constexpr std::array<std::string_view, 12> common{"this",   "that",  "their", "your",  "whole", "early",
                                                      "former", "first", "dans",  "cette", "notre", "sur"};
    if (label.size() < 4 || std::find(common.begin(), common.end(), label) != common.end()) return false;
    if (ending == "com" || ending == "org" || ending == "ru") return true;
    return separator != '.' && (ending == "fr" || ending == "net" || ending == "info" || ending == "xyz");
  }

  void add(std::string_view host, std::size_t begin, std::size_t host_end, std::size_t end, unsigned traits) {
    const std::size_t from = host_end - std::min(host_end, host.size());
    bool imitates = host.find("xn--") != none;
    bool foreign = false;
    for (std::size_t i = from; i < host_end; ++i) {
      imitates = imitates || (folded_.traits[i] & text::was_look_alike) != 0;
      foreign = foreign || static_cast<unsigned char>(text_[i]) >= 0x80;
    }
    if (imitates && !foreign) traits |= punycode;
    Link link{std::string(without_www(host)), folded_.at[begin], folded_.at[end], static_cast<std::uint8_t>(traits)};
    if (is_shortener(link.host)) link.traits |= shortener;
    if (open_ != none && open_ >= begin) open_ = none; // of "example[.]com"
    links_.push_back(std::move(link));
  }

  const text::Folded& folded_;
  std::string_view text_;
  std::vector<Link> links_;
  std::size_t done_{0};
  std::size_t open_{none};
};

std::string normalised(std::string_view domain) {
  if (const std::size_t scheme = domain.find("://"); scheme != none) domain.remove_prefix(scheme + 3);
  domain = domain.substr(0, domain.find_first_of("/?#: \t"));
  while (domain.starts_with('*') || domain.starts_with('.')) domain.remove_prefix(1);
  while (domain.ends_with('.')) domain.remove_suffix(1);
  return text::fold(without_www(domain)).text;
}

} // namespace

std::vector<Link> find_links(const text::Folded& body) {
  return LinkFinder(body).run();
}

DomainSet::DomainSet(const std::vector<std::string>& domains) {
  for (const std::string& domain : domains) {
    if (std::string name = normalised(domain); !name.empty()) domains_.push_back(std::move(name));
  }
  std::sort(domains_.begin(), domains_.end());
}

bool DomainSet::contains(std::string_view host) const {
  if (domains_.empty()) return false;
  while (true) {
    if (std::binary_search(domains_.begin(), domains_.end(), host)) return true;
    const std::size_t dot = host.find('.');
    if (dot == none) return false;
    host.remove_prefix(dot + 1);
  }
}

std::string_view registered_domain(std::string_view host) {
  constexpr std::array<std::string_view, 9> shared{"ac", "asso", "co", "com", "edu", "gouv", "gov", "net", "org"};
  const std::size_t last = host.rfind('.');
  if (last == none || last == 0) return host;
  std::size_t begin = host.rfind('.', last - 1);
  if (begin == none) return host;
  const bool deep = std::find(shared.begin(), shared.end(), host.substr(begin + 1, last - begin - 1)) != shared.end();
  if (deep && begin > 0) begin = host.rfind('.', begin - 1);
  return begin == none || (deep && begin == 0) ? host : host.substr(begin + 1);
}

} // namespace palabre::rules
