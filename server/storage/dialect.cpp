#include "server/storage/dialect.h"

namespace palabre::storage {

std::string reason_of(const std::exception& error) {
  const auto* from_soci = dynamic_cast<const soci::soci_error*>(&error);
  return from_soci != nullptr ? from_soci->get_error_message() : error.what();
}

} // namespace palabre::storage
