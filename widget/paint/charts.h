// What the desk is painted with besides what readers see: rows, badges, bars and charts.
#pragma once

#include "widget/paint/brush.h"

namespace palabre::paint {

// A MoreKinds for PaintKind::row and those after it. What comes into the page grows into its place, if things may move.
void paint_desk_kind(const Brush& brush, const Progress& progress);

} // namespace palabre::paint
