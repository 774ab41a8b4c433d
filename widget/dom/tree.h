// The tree that is in the page: which node has which id, and how the page gets from it to the next tree with the fewest
// touches. Elements that keep their relative order are never taken out and put back, so a focused field stays where it
// is (moving it would end an input method's composition).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/view/node.h"
#include "widget/dom/patch.h"

namespace palabre::widget::dom {

struct Mounted {
  std::uint32_t id{0};
  view::NodePtr node;
  Mounted* parent{nullptr};
  std::optional<std::string> live_value; // what a field shows now; nullopt: no field
  std::vector<std::unique_ptr<Mounted>> children;
};

class Tree {
public:
  // The page already shows `root`: ids go to elements and text nodes in document order, from 1.
  void adopt(const view::NodePtr& root);
  // Patches that lead from what is shown to `root`; `root` keeps its role and key over time.
  [[nodiscard]] Patches show(const view::NodePtr& root);
  // The person wrote it there: the page knows it before we do, so no patch says it again.
  void note_value(std::uint32_t id, std::string value);

  [[nodiscard]] const Mounted* root() const { return root_.get(); }
  // Right after adopt(): how many nodes the page should have.
  [[nodiscard]] std::uint32_t ids_given() const { return static_cast<std::uint32_t>(by_id_.size() - 1); }
  [[nodiscard]] const Mounted* find(std::uint32_t id) const;
  // Walks the whole tree; nullptr: not in it.
  [[nodiscard]] const Mounted* find(const view::Node& node) const;

private:
  std::unique_ptr<Mounted> mount(const view::NodePtr& node, Mounted* parent);
  std::unique_ptr<Mounted> create(const view::NodePtr& node, Mounted* parent, Patches& patches);
  void update(Mounted& mounted, const view::NodePtr& node, Patches& patches);
  void update_time(Mounted& mounted, const view::Node& before, Patches& patches);
  void update_children(Mounted& mounted, const std::vector<view::NodePtr>& next, Patches& patches);
  void replace_middle(Mounted& parent, std::size_t begin, std::size_t old_end, std::size_t new_end,
                      const std::vector<view::NodePtr>& next, Patches& patches);
  void forget(const Mounted& mounted);
  void remove(const Mounted& mounted, Patches& patches);
  std::uint32_t register_node(Mounted& mounted);

  std::unique_ptr<Mounted> root_;
  std::vector<Mounted*> by_id_{nullptr}; // ids are never given twice
};

} // namespace palabre::widget::dom
