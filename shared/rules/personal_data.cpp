#include "shared/rules/personal_data.h"

#include <algorithm>
#include <optional>

#include "shared/rules/number_run.h"
#include "shared/rules/postal_address.h"

namespace palabre::rules {
namespace {

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alphanumeric(char c) {
  return is_letter(c) || is_digit(c);
}

struct Found {
  std::size_t begin, end; // bytes of the folded text
};

bool is_local_byte(char c) {
  return is_alphanumeric(c) || std::string_view(".-_+").find(c) != std::string_view::npos;
}

// The end of a host with a dot and an ending of two letters or more; `from` when there is none.
std::size_t domain_end(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && (is_alphanumeric(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
  while (end > from && !is_alphanumeric(text[end - 1])) --end;
  const std::string_view host = text.substr(from, end - from);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || host.size() - dot < 3) return from;
  return std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), is_letter) ? end : from;
}

// Around the mark [at, after), @ or a word for it; nothing before `limit`.
std::optional<Found> email_around(std::string_view text, std::size_t limit, std::size_t at, std::size_t after) {
  std::size_t begin = at;
  while (begin > limit && is_local_byte(text[begin - 1])) --begin;
  while (begin < at && !is_alphanumeric(text[begin])) ++begin;
  if (begin == at || (begin > 0 && (text[begin - 1] == '/' || text[begin - 1] == ':') &&
                      !text.substr(0, begin).ends_with("mailto:"))) {
    return std::nullopt;
  }
  const std::size_t end = domain_end(text, after);
  if (end == after) return std::nullopt;
  return Found{begin, end};
}

// "jean (at) exemple.fr", "jean [arobase] exemple.fr": the bracketed word at `open`, and where it ends.
std::size_t spelled_at_end(std::string_view text, std::size_t open) {
  const char closing = text[open] == '(' ? ')' : ']';
  for (const std::string_view word : {"at", "a", "arobase", "@"}) {
    const std::size_t end = open + 1 + word.size();
    if (text.substr(open + 1).starts_with(word) && end < text.size() && text[end] == closing) return end + 1;
  }
  return 0;
}

class Finder {
public:
  Finder(const text::Words& words, Decision decision) : words_(words), text_(words.folded.text), decision_(decision) {}

  std::vector<Reason> run() {
    bool digits = false;
    for (std::size_t at = 0; at < text_.size();) {
      const char c = text_[at];
      if (c == '@') {
        at = email(at, at, at + 1);
      } else if (c == '(' || c == '[') {
        at = bracket(at);
      } else if (is_digit(c) || (c == '+' && at + 1 < text_.size() && is_digit(text_[at + 1]))) {
        digits = true;
        at = number(at);
      } else {
        ++at;
      }
    }
    if (digits) addresses();
    return std::move(reasons_);
  }

private:
  std::size_t email(std::size_t mark, std::size_t local_end, std::size_t after) {
    const auto found = email_around(text_, done_, local_end, after);
    if (!found) return std::max(mark + 1, after);
    add("personal_data.email", found->begin, found->end);
    return done_ = found->end;
  }

  std::size_t bracket(std::size_t at) {
    const std::size_t end = spelled_at_end(text_, at);
    if (end == 0) {
      // (01) 23 45 67 89: the bracket belongs to the number.
      const bool number_begins = text_[at] == '(' && at + 1 < text_.size() && is_digit(text_[at + 1]);
      return number_begins ? number(at) : at + 1;
    }
    const std::size_t local_end = at > 0 && text_[at - 1] == ' ' ? at - 1 : at;
    return email(at, local_end, end < text_.size() && text_[end] == ' ' ? end + 1 : end);
  }

  std::size_t number(std::size_t at) {
    if (const std::size_t end = iban_end(text_, at, done_); end > 0) {
      add("personal_data.iban", at - 2, end);
      return done_ = end;
    }
    const NumberRun run = read_number_run(text_, at);
    if (is_card_number(run)) {
      add("personal_data.card", run.begin, run.end);
      return done_ = run.end;
    }
    if (is_phone_number(run, text_)) {
      add("personal_data.phone", run.begin, run.end);
      return done_ = run.end;
    }
    return std::max(run.end, at + 1);
  }

  void addresses() {
    for (const AddressSpan& found : find_postal_addresses(words_)) add("personal_data.address", found.begin, found.end);
  }

  void add(const char* rule, std::size_t begin, std::size_t end) {
    Reason reason{rule, Severity::strong, decision_};
    reason.begin = words_.folded.at[begin];
    reason.end = words_.folded.at[end];
    reasons_.push_back(std::move(reason));
  }

  const text::Words& words_;
  std::string_view text_;
  Decision decision_;
  std::vector<Reason> reasons_;
  std::size_t done_{0};
};

} // namespace

std::vector<Reason> find_personal_data(const text::Words& words, const Policy& policy) {
  if (policy.personal_data == Decision::publish) return {};
  return Finder(words, policy.personal_data).run();
}

} // namespace palabre::rules
