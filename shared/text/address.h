// Web and e-mail addresses in folded text.
#pragma once

#include <cstddef>
#include <string_view>

namespace palabre::text {

// Asked for rising places of one text, which must outlive it. Linear over all of them.
class Addresses {
public:
  explicit Addresses(std::string_view text) : text_(text) {}

  // The end of the address that begins at `begin`, where a word begins; 0: none does. http://…, https://…, www.…,
  // name@host.top, host.top and host.top/path; a bare host only of a common top-level name, and where that is a word
  // too (.me, .la), only with a path. Full stops and the like at its end are the sentence's.
  [[nodiscard]] std::size_t end_of(std::size_t begin);

private:
  void look_ahead(std::size_t begin);
  [[nodiscard]] std::size_t trimmed(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t host_end(std::size_t begin) const;
  [[nodiscard]] std::size_t mail_end(std::size_t begin);
  [[nodiscard]] std::size_t bare_end(std::size_t begin);

  std::string_view text_;
  std::size_t chunk_end_{0};     // where the white space after the last place asked for is
  std::size_t no_mail_until_{0}; // no name before an @ begins before that
  std::size_t no_host_until_{0};
  bool possible_{false}; // the chunk has what an address needs
};

} // namespace palabre::text
