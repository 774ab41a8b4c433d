const template = document.querySelector("template");
for (let i = 0; i < 20; i += 1) {
  const thread = template.content.firstElementChild.cloneNode(true);
  thread.dataset.page = `/twenty-${i}`;
  document.body.append(thread);
}
