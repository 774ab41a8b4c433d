// The list of cross-site-scripting payloads, and a look at markup that must not have become theirs.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace palabre::test {

[[nodiscard]] std::vector<std::string> load_payloads();
[[nodiscard]] const std::set<std::string>& plain_page_elements();
[[nodiscard]] const std::set<std::string>& feed_elements();
// Every '<' begins an element of the set; its attributes are quoted, none is a handler, and addresses lead nowhere but
// to http(s), mailto or a place of our own. No control character but tab and line feed.
void check_markup(const std::string& markup, const std::set<std::string>& elements);

} // namespace palabre::test
