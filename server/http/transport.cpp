#include "server/http/transport.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include <sys/socket.h>
#include <unistd.h>

// cpp-httplib's settings: here and nowhere else, as it is included here and nowhere else.
#define CPPHTTPLIB_LISTEN_BACKLOG 4096
#define CPPHTTPLIB_TCP_NODELAY true
#define CPPHTTPLIB_REQUEST_URI_MAX_LENGTH 8192
#define CPPHTTPLIB_HEADER_MAX_LENGTH 16384
#define CPPHTTPLIB_HEADER_MAX_COUNT 100
#include <httplib.h>

#include "server/http/chunk_framing.h"
#include "server/http/connection.h"
#include "server/http/head.h"
#include "server/http/open_connections.h"
#include "server/http/wire_format.h"
#include "server/http/worker_threads.h"

namespace palabre::http {
namespace {

// The body of one request, for httplib's reader, and the way back for its answer.
class BodyStream final : public httplib::Stream {
public:
  BodyStream(Connection& connection, int socket, Framing framing)
      : connection_(connection), socket_(socket), framing_(framing) {}

  // httplib reads the head as well: it gets the one that was checked before.
  ssize_t read(char* to, std::size_t size) override {
    const std::string_view head = connection_.head();
    if (head_read_ < head.size()) {
      const std::size_t count = head.copy(to, size, head_read_);
      head_read_ += count;
      return static_cast<ssize_t>(count);
    }
    const ssize_t count = connection_.read_body(to, size);
    if (framing_ == Framing::chunked && count > 0 && !chunks_.accept({to, static_cast<std::size_t>(count)})) return -1;
    return count;
  }
  ssize_t write(const char* bytes, std::size_t size) override {
    return connection_.write({bytes, size}) ? static_cast<ssize_t>(size) : -1;
  }
  bool is_readable() const override { return connection_.has_buffered_body(); }
  bool wait_readable() const override { return true; }
  bool wait_writable() const override { return true; }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return socket_; }
  time_t duration() const override { return 0; }

private:
  Connection& connection_;
  int socket_;
  Framing framing_;
  ChunkFraming chunks_;
  std::size_t head_read_{0};
};

// When every worker is taken, the longest waiting connection makes room; when none waits, the task runs here, on the
// accepting thread, where a connection is only refused.
class TaskQueue final : public httplib::TaskQueue {
public:
  TaskQueue(std::size_t limit, OpenConnections& open) : threads_(limit), open_(open) {}
  bool enqueue(std::function<void()> task) override {
    constexpr std::chrono::milliseconds patience{100}; // a thread whose connection ended is free at once
    if (threads_.run(task) || (open_.end_longest_waiting() && threads_.run(task, patience))) return true;
    task();
    return true;
  }
  void shutdown() override { threads_.shut_down(); }

private:
  WorkerThreads threads_;
  OpenConnections& open_;
};

void set_header_lines(std::string_view lines, httplib::Response& to) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find("\r\n"));
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos)
      to.set_header(std::string(line.substr(0, colon)), std::string(line.substr(colon + 2)));
    lines.remove_prefix(std::min(lines.size(), line.size() + 2));
  }
}

void copy_response(const Response& from, httplib::Response& to) {
  to.status = from.status;
  set_header_lines(from.ready_headers, to);
  for (const auto& [name, value] : from.headers) to.set_header(name, value);
  to.set_header("Date", http_date());
  to.body.assign(from.body()); // httplib adds its length
}

// What httplib itself refuses, by its status.
ErrorCode code_of_status(int status) {
  switch (status) {
  case 413: return ErrorCode::payload_too_large;
  case 414: return ErrorCode::uri_too_long;
  case 415: return ErrorCode::unsupported_media_type;
  case 500: return ErrorCode::internal;
  default: return ErrorCode::malformed_request;
  }
}

// The request that httplib is reading on this thread: its handlers are told nothing else.
struct Exchange {
  const Head& head;
  Connection& connection;
  std::size_t body_limit;
  bool answered{false};
};
thread_local Exchange* current_exchange = nullptr;
thread_local bool on_accepting_thread = false;

} // namespace

struct Transport::Impl final : httplib::Server {
  Impl(ServerOptions options_in, Handling handling_in)
      : options(std::move(options_in)), handling(std::move(handling_in)) {
    new_task_queue = [this] { return new TaskQueue(make_room_for_connections(options.max_connections), connections); };
    set_read_timeout(options.time_limits.idle);
    set_payload_max_length(std::max(options.body_limit * 4, std::size_t{4} * 1024 * 1024)); // admit() says what counts
    set_tcp_nodelay(true);
    // Not httplib's SO_REUSEPORT, with which a second server would share a port that is in use.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    // One pattern for all: the application matches the target itself, and std::regex would recurse once a byte.
    const auto handler = [this](const httplib::Request& request, httplib::Response& response,
                                const httplib::ContentReader& reader) { answer_with_body(request, response, reader); };
    Post("/", handler).Put("/", handler).Patch("/", handler).Delete("/", handler);
    set_error_handler([this](const httplib::Request&, httplib::Response& response) { explain(response); });
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
      response.headers.erase("Keep-Alive");
      if (response.status == 204) response.headers.erase("Content-Length"); // RFC 9110 forbids it there
      // httplib closes after every error; one that was answered in full need not cost the client its connection.
      if (current_exchange->answered && current_exchange->head.keep_alive) response.headers.erase("Connection");
    });
  }

  void answer_with_body(const httplib::Request&, httplib::Response& response, const httplib::ContentReader& reader) {
    Exchange& exchange = *current_exchange;
    const std::size_t limit = exchange.body_limit;
    std::string body;
    bool too_large = false;
    const bool read = reader([&](const char* bytes, std::size_t size) {
      too_large = size > limit - body.size();
      if (!too_large) body.append(bytes, size);
      return !too_large;
    });
    if (too_large) response.status = 413;
    if (!read) {
      if (response.status < 400) response.status = 400;
      return;
    }
    Request request = exchange.head.request;
    request.body = body;
    copy_response(handling.answer(request), response);
    exchange.answered = true;
  }

  void explain(httplib::Response& response) {
    if (current_exchange->answered) return;
    const bool slow = current_exchange->connection.timed_out();
    const Response explained = problem(slow ? ErrorCode::request_timeout : code_of_status(response.status));
    copy_response(explained, response);
    handling.refused(explained.status);
  }

  bool process_and_close_socket(socket_t socket) override {
    Connection connection(socket, options.time_limits);
    if (on_accepting_thread) {
      Error error{ErrorCode::overloaded, {}, "too many connections", 1};
      refuse(connection, error);
    } else {
      connections.add(socket, connection);
      serve(connection, socket);
      connection.close_gently();
      connections.remove(socket);
    }
    ::close(socket);
    return true;
  }

  void refuse(Connection& connection, const Error& error) {
    const Response response = problem(error);
    handling.refused(response.status);
    (void)connection.write(format_head(response, KeepAlive::no), response.body());
  }

  void serve(Connection& connection, int socket) {
    const std::string peer = peer_address(socket);
    while (true) {
      // In this order: stop() says so first, then ends those who wait.
      connection.start_waiting();
      if (stopping) return;
      switch (connection.read_head()) {
      case Connection::HeadResult::closed: return;
      case Connection::HeadResult::too_slow: return refuse(connection, Error{ErrorCode::request_timeout, {}, {}, 0});
      case Connection::HeadResult::too_large: return refuse(connection, too_large(connection.seen()));
      case Connection::HeadResult::malformed: return refuse(connection, no_http());
      case Connection::HeadResult::complete: break;
      }
      auto head = parse_head(connection.head());
      if (!head) return refuse(connection, head.error());
      head->request.peer = peer;
      const bool bodiless =
          head->framing == Framing::no_body || (head->framing == Framing::length && head->length == 0);
      if (!(bodiless ? answer_lean(connection, *head) : answer_through_httplib(connection, socket, *head))) return;
    }
  }

  static Error no_http() { return Error{ErrorCode::malformed_request, {}, "HTTP/1.1 is spoken here", 0}; }

  static Error too_large(std::string_view seen) {
    const bool in_target = seen.find("\r\n") == std::string_view::npos;
    return Error{in_target ? ErrorCode::uri_too_long : ErrorCode::headers_too_large, {}, {}, 0};
  }

  bool answer_lean(Connection& connection, const Head& head) {
    const Response response = handling.answer(head.request);
    const bool keep = head.keep_alive && !stopping;
    const std::string text = format_head(response, keep ? KeepAlive::yes : KeepAlive::no);
    const bool with_body = head.request.method != "HEAD" && response.status != 304 && response.status != 204;
    return connection.write(text, with_body ? response.body() : std::string_view()) && keep;
  }

  bool answer_through_httplib(Connection& connection, int socket, const Head& head) {
    const std::string_view method = head.request.method;
    if (method != "POST" && method != "PATCH" && method != "PUT" && method != "DELETE") {
      refuse(connection, Error{ErrorCode::malformed_request, {}, "this method takes no body", 0});
      return false;
    }
    const auto limit = handling.admit(head.request);
    if (!limit || head.length > *limit) {
      refuse(connection, limit ? Error{ErrorCode::payload_too_large, {}, {}, 0} : limit.error());
      return false;
    }
    Exchange exchange{head, connection, *limit};
    current_exchange = &exchange;
    BodyStream stream(connection, socket, head.framing);
    bool closed = false;
    const bool done = process_request(stream, std::string(head.request.peer), 0, {}, 0, !head.keep_alive || stopping,
                                      closed, [](httplib::Request& request) { request.path = "/"; });
    current_exchange = nullptr;
    return done && !closed && exchange.answered && head.keep_alive && !stopping;
  }

  ServerOptions options;
  Handling handling;
  OpenConnections connections;
  enum class State : std::uint8_t { fresh, running, ended };
  std::atomic<State> state{State::fresh};
  std::atomic<bool> stopping{false};
};

Transport::Transport(ServerOptions options, Handling handling)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handling))) {}

Transport::~Transport() = default;

Expected<int> Transport::bind() {
  const std::string& host = impl_->options.host;
  const int wished = impl_->options.port;
  errno = 0;
  const int port = wished == 0 ? impl_->bind_to_any_port(host) : impl_->bind_to_port(host, wished) ? wished : -1;
  if (port > 0) return port;
  const std::string reason = errno != 0 ? std::strerror(errno) : "no such address";
  return fail(ErrorCode::internal, {}, "cannot listen on " + host + ":" + std::to_string(wished) + ": " + reason);
}

void Transport::run() {
  impl_->state = Impl::State::running;
  on_accepting_thread = true;
  if (!impl_->stopping) impl_->listen_after_bind();
  on_accepting_thread = false;
  impl_->state = Impl::State::ended;
}

void Transport::stop() {
  impl_->stopping = true;
  // httplib's stop() does nothing before its loop has begun, where run() may be about to enter.
  while (impl_->state == Impl::State::running && !impl_->is_running()) std::this_thread::yield();
  impl_->stop();
  impl_->connections.end_waiting();
}

std::size_t Transport::open_connections() const {
  return impl_->connections.count();
}

} // namespace palabre::http
