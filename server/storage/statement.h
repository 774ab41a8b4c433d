// A prepared statement that is run to its end each time.
#pragma once

#include <string>

#include <soci/soci.h>

namespace palabre::storage {

// Bindings follow after commas: Statement((prepare(session, "…:id"), soci::use(id), soci::into(name))).
[[nodiscard]] inline soci::details::prepare_temp_type prepare(soci::session& session, const std::string& sql) {
  return session.prepare << sql;
}

// The variables bound to it live beside it, so a holder of statements is neither copied nor moved.
class Statement {
public:
  explicit Statement(const soci::details::prepare_temp_type& prepared) : statement_(prepared) {}

  // Whether there was a row; its values are in the bound variables. Fetching on until there is none matters: a
  // statement left standing on a row keeps SQLite's read transaction open.
  bool run() {
    const bool found = statement_.execute(true);
    if (found) {
      while (statement_.fetch()) {
      }
    }
    return found;
  }

  template <class OnRow> void each(OnRow on_row) {
    for (bool row = statement_.execute(true); row; row = statement_.fetch()) on_row();
  }

private:
  soci::statement statement_;
};

} // namespace palabre::storage
