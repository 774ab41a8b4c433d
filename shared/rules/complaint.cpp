#include "shared/rules/complaint.h"

namespace palabre::rules {

ComplaintWords ComplaintWords::read(std::string_view section) {
  return {WordTable::read(section)};
}

float complaint_score(const text::Words&, const ComplaintWords&) {
  return 0;
}

} // namespace palabre::rules
