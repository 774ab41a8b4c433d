#include "tests/process/client.h"

#include <array>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

namespace palabre::test {

Connection::Connection(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  // A guard against a server that hangs, not a wait: the test fails when it is reached.
  const timeval patience{30, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    socket_ = -1;
  }
}

Connection::~Connection() {
  if (socket_ >= 0) ::close(socket_);
}

bool Connection::send(const std::string& bytes) const {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return false;
    sent += static_cast<std::size_t>(count);
  }
  return true;
}

bool Connection::read_more() {
  std::array<char, 16 * 1024> part{};
  const ssize_t count = ::recv(socket_, part.data(), part.size(), 0);
  if (count <= 0) return false;
  buffer_.append(part.data(), static_cast<std::size_t>(count));
  return true;
}

Answer Connection::read_answer() {
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!read_more()) return {};
  }
  const std::string head = buffer_.substr(0, end + 2);
  const std::string name = "\r\nContent-Length: ";
  const std::size_t place = head.find(name);
  const std::size_t length = place == std::string::npos ? 0 : std::stoul(head.substr(place + name.size()));
  while (buffer_.size() < end + 4 + length) {
    if (!read_more()) return {};
  }
  Answer answer{std::stoi(head.substr(head.find(' ') + 1)), buffer_.substr(end + 4, length)};
  buffer_.erase(0, end + 4 + length);
  return answer;
}

Answer Connection::receive() {
  Answer answer = read_answer();
  while (answer.status == 100) answer = read_answer();
  return answer;
}

Answer Connection::receive_interim() {
  return read_answer();
}

std::string get_request(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

std::string json_request(const std::string& method, const std::string& target, const std::string& body,
                         const std::string& headers) {
  return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body;
}

wire::PostComment message(const std::string& body) {
  wire::PostComment message;
  message.site = "blog";
  message.page = "/page";
  message.draft.name = "Zoé";
  message.draft.body = body;
  return message;
}

std::string post_request(const wire::PostComment& message) {
  return json_request("POST", wire::comments_url(), wire::encode(message));
}

Answer ask(int port, const std::string& request) {
  Connection connection(port);
  if (!connection.send(request)) return {};
  return connection.receive();
}

wire::PostedComment post(int port, const std::string& body) {
  const Answer answer = ask(port, post_request(message(body)));
  const auto posted = wire::decode_posted_comment(answer.body);
  if (answer.status != 201 || !posted) BOOST_FAIL("not posted: " + std::to_string(answer.status) + " " + answer.body);
  return *posted;
}

ThreadPage read_thread(int port, const std::string& site, const std::string& page) {
  ThreadPage whole;
  wire::ThreadQuery query;
  query.site = site;
  query.page = page;
  query.sort = SortOrder::oldest;
  do {
    const Answer answer = ask(port, get_request(wire::thread_url(query)));
    const auto document = wire::decode_thread(answer.body);
    if (answer.status != 200 || !document)
      BOOST_FAIL("no thread: " + std::to_string(answer.status) + " " + answer.body);
    const ThreadPage& part = document->thread;
    whole.version = part.version;
    whole.total = part.total;
    whole.title = part.title;
    whole.comments.insert(whole.comments.end(), part.comments.begin(), part.comments.end());
    query.after = part.next;
  } while (query.after);
  return whole;
}

} // namespace palabre::test
