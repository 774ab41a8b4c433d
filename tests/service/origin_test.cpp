#include "server/service/origin.h"

#include "tests/service/world.h"

namespace palabre::test {

BOOST_AUTO_TEST_SUITE(origins)

BOOST_AUTO_TEST_CASE(an_address_has_the_origin_that_browsers_send) {
  const auto origin = [](std::string_view address) { return service::origin_of(address).value_or("none"); };
  BOOST_TEST(origin("https://blog.example") == "https://blog.example");
  BOOST_TEST(origin("HTTPS://Blog.Example:443/A?b#c") == "https://blog.example");
  BOOST_TEST(origin("http://blog.example:80") == "http://blog.example");
  BOOST_TEST(origin("http://blog.example:443/") == "http://blog.example:443");
  BOOST_TEST(origin("http://127.0.0.1:8080/demo/") == "http://127.0.0.1:8080");
  BOOST_TEST(origin("http://localhost:3000?x") == "http://localhost:3000");
  BOOST_TEST(origin("http://[::1]:8080/x") == "http://[::1]:8080");
  BOOST_TEST(origin("http://[::1]") == "http://[::1]");
  BOOST_TEST(origin("https://xn--t-9fab.example/é") == "https://xn--t-9fab.example");
  for (const char* bad :
       {"", "blog.example", "//blog.example", "ftp://blog.example", "https://", "https:///x",
        "https://user@blog.example", "https://blog.example:port", "https://blog.example:123456", "javascript:alert(1)",
        "https://blog example", "https://été.example", "https://été.example:8080/x"}) {
    BOOST_TEST(origin(bad) == "none", bad);
  }
}

BOOST_AUTO_TEST_CASE(a_site_name_is_short_and_plain) {
  for (const std::string good : {"a", "0", "my-blog-2", "a-"}) BOOST_TEST(service::is_site_name(good), good);
  BOOST_TEST(service::is_site_name(std::string(63, 'a')));
  for (const std::string bad : {"", "-a", "Blog", "a b", "a/b", "é", "a.b", "a_b"})
    BOOST_TEST(!service::is_site_name(bad), bad);
  BOOST_TEST(!service::is_site_name(std::string(64, 'a')));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
