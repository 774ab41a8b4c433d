#include "server/http/server.h"

#include <spdlog/spdlog.h>

#include "server/assets/assets.h"
#include "server/http/application.h"
#include "server/http/transport.h"

namespace palabre::http {

struct Server::Impl {
  Impl(service::Context context, const ServerOptions& options)
      : environment(std::move(context), options),
        transport(options, Handling{[this](const Request& request) { return answer(environment, request); },
                                    [this](const Request& request) { return admit(environment, request); },
                                    [this](int status) { environment.metrics.count_refused(status); }}) {
    environment.connections = [this] { return transport.open_connections(); };
  }

  Environment environment;
  Transport transport;
};

Server::Server(service::Context context, ServerOptions options)
    : impl_(std::make_unique<Impl>(std::move(context), options)) {}

Server::~Server() = default;

Expected<int> Server::bind() {
  return impl_->transport.bind();
}

void Server::run() {
  impl_->transport.run();
}

void Server::stop() {
  impl_->transport.stop();
}

} // namespace palabre::http
