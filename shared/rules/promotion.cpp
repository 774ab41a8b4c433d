#include "shared/rules/promotion.h"

namespace palabre::rules {

PromotionWords PromotionWords::read(std::string_view section) {
  return {WordTable::read(section)};
}

PromotionFindings judge_promotion(const text::Words&, const PromotionWords&, const Policy&) {
  return {};
}

} // namespace palabre::rules
