// GET /healthz
#include "server/http/handlers.h"

namespace palabre::http {

Response get_health(Environment& environment, const Call&) {
  if (const auto answer = environment.context.store.ping(); !answer) return problem(answer.error());
  return json(200, R"({"status":"ok"})");
}

} // namespace palabre::http
