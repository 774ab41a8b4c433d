#include "server/http/desk/desk.h"

namespace palabre::http::desk {

Expected<Caller> find_caller(Environment&, const Request&, const DeskRoute&) {
  return fail(ErrorCode::not_signed_in);
}

} // namespace palabre::http::desk
