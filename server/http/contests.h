// The contest of a request's path, for readers and for the desk.
#pragma once

#include "server/http/environment.h"
#include "shared/model/post.h"

namespace palabre::http {

struct FoundContest {
  Post post;
  Site site;
};
// unknown_post: there is none by this id, or it is another kind of post.
[[nodiscard]] Expected<FoundContest> find_contest(Environment& environment, const Call& call);

} // namespace palabre::http
