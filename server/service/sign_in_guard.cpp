#include "server/service/sign_in_guard.h"

namespace palabre::service {
namespace {

std::string key_of(const std::string& email, const std::string& network) {
  return std::to_string(network.size()) + ":" + network + email;
}

} // namespace

Expected<void> SignInGuard::take(const std::string& email, const std::string& network, Instant now) {
  if (auto taken = of_network_.take(network, now); !taken) return taken;
  auto taken = of_address_.take(key_of(email, network), now);
  if (!taken) of_network_.give_back(network); // it was not tried
  return taken;
}

void SignInGuard::give_back(const std::string& email, const std::string& network) {
  of_network_.give_back(network);
  of_address_.give_back(key_of(email, network));
}

} // namespace palabre::service
