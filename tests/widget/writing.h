// Steps that tests of writing share.
#pragma once

#include "tests/widget/host.h"
#include "tests/widget/samples.h"

namespace palabre::test {

inline const view::Node& composer(const Host& host) {
  return host.form("Write a comment");
}

inline void fill(Host& host, const std::string& body, const std::string& name = "Zoé") {
  host.type(host.field("Your comment", composer(host)), body);
  host.name_as(name, "Write a comment");
}

inline std::int64_t sent(const Host& host) {
  return host.fetch().find("request")->integer;
}

inline std::string problem(ErrorCode code, const std::string& field = {}) {
  return wire::encode_problem({code, field, {}, 0});
}

// Posts "Mine" as comment 50.
inline void post_own_comment(Host& host) {
  fill(host, "Mine");
  host.submit(composer(host));
  host.respond(sent(host), 201, posted(sample_comment(50, std::nullopt, "Mine")));
}

} // namespace palabre::test
