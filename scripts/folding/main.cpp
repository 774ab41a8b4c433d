// palabre_folding UNICODEDATA LOOK_ALIKES OUT: writes the C++ source of text::folding_table.
#include <fstream>
#include <iostream>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "scripts/folding/table.h"
#include "shared/text/code_point.h"

namespace {

using namespace palabre;

std::u32string code_points(const std::string& utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [value, size] = text::code_point_at(utf8, at);
    out += value;
    at += size;
  }
  return out;
}

folding::LookAlikes read_look_alikes(const char* file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(std::string(file) + " cannot be read");
  folding::LookAlikes look_alikes;
  const nlohmann::json pairs = nlohmann::json::parse(stream);
  for (const auto& [from, to] : pairs.items()) {
    look_alikes[code_points(from)] = code_points(to.get<std::string>());
  }
  return look_alikes;
}

// In octal, so that no escape runs into what follows it.
std::string literal(const std::string& bytes) {
  std::string out = "\"";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (i > 0 && i % 24 == 0) out += "\"\n    \"";
    out += '\\';
    for (const int shift : {6, 3, 0}) out += static_cast<char>('0' + ((byte >> shift) & 7));
  }
  return out + "\"";
}

void write(const char* file, const std::string& table) {
  std::ofstream stream(file);
  stream << "// Written by palabre_folding.\n#include \"shared/text/folding_table.h\"\n\nnamespace palabre::text {\n\n"
         << "constinit const std::string_view folding_table(\n    " << literal(table) << ",\n    " << table.size()
         << ");\n\n} // namespace palabre::text\n";
  stream.close();
  if (!stream) throw std::runtime_error(std::string(file) + " could not be written");
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "palabre_folding UNICODEDATA LOOK_ALIKES OUT\n";
    return 2;
  }
  try {
    write(argv[3], folding::write_table(folding::fold_all(folding::Unicode(argv[1]), read_look_alikes(argv[2]))));
  } catch (const std::exception& error) {
    std::cerr << "palabre_folding: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
