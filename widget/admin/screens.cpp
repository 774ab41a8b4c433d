#include "widget/admin/screens.h"

#include <algorithm>
#include <array>

namespace palabre::widget::desk {
namespace {

using view::desk::Screen;

constexpr std::array rooms{
    ScreenRoom{"", Screen::sign_in, Part::signing, nullptr, press_sign_in, change_sign_in, submit_sign_in, nullptr,
               answer_signing},
    ScreenRoom{"queue", Screen::queue, Part::queue, enter_queue, press_queue, change_queue, submit_queue, key_queue,
               answer_queue},
    ScreenRoom{"settings", Screen::settings, Part::settings, enter_settings, press_settings, change_settings,
               submit_settings, nullptr, answer_settings},
    ScreenRoom{"team", Screen::team, Part::team, enter_team, press_team, change_team, submit_team, key_team,
               answer_team},
    ScreenRoom{"account", Screen::account, Part::account, enter_account, press_account, change_account, submit_account,
               nullptr, answer_account},
    ScreenRoom{"log", Screen::log, Part::log, enter_log, press_log, change_log, nullptr, nullptr, answer_log},
    ScreenRoom{"bans", Screen::bans, Part::bans, enter_bans, press_bans, change_bans, nullptr, nullptr, answer_bans},
    ScreenRoom{"overview", Screen::overview, Part::overview, enter_overview, press_overview, change_overview, nullptr,
               key_overview, answer_overview},
    ScreenRoom{"plan", Screen::plan, Part::plan, enter_plan, press_plan, change_plan, submit_plan, key_plan,
               answer_plan},
    ScreenRoom{"regulars", Screen::regulars, Part::regulars, enter_regulars, nullptr, nullptr, nullptr, nullptr,
               answer_regulars},
    ScreenRoom{"replies", Screen::replies, Part::replies, enter_replies, press_replies, change_replies, submit_replies,
               key_replies, answer_replies},
};

template <class Matches> const ScreenRoom* find(Matches matches) {
  const auto found = std::find_if(rooms.begin(), rooms.end(), matches);
  return found == rooms.end() ? nullptr : &*found;
}

} // namespace

const ScreenRoom* room_at(std::string_view place) {
  return find([&](const ScreenRoom& room) { return !place.empty() && room.place == place; });
}

const ScreenRoom* room_of(Screen screen) {
  return find([&](const ScreenRoom& room) { return room.screen == screen; });
}

const ScreenRoom* room_of(Part part) {
  return find([&](const ScreenRoom& room) { return room.part == part; });
}

} // namespace palabre::widget::desk
