// The folding table's compact form, as shared/text/folding_table.cpp reads it.
#pragma once

#include "scripts/folding/folding.h"

namespace palabre::folding {

[[nodiscard]] std::string write_table(const std::map<char32_t, Fold>& folds);

} // namespace palabre::folding
