// palabre-preview.js: makes the preview's page look as the desk says, before and while the widget is in it. The desk says
// it in the name of the frame around: an address would be a step in the history at every change. Nothing is sent.
function dress(): void {
  const name = window.frameElement?.getAttribute("name") ?? "";
  const look = new URLSearchParams(name.slice(name.indexOf("?") + 1));
  const root = document.documentElement;
  root.dataset["theme"] = look.get("theme") ?? "auto";
  for (const property of ["--palabre-accent", "--palabre-density", "--palabre-radius"]) {
    root.style.setProperty(property, look.get(property) ?? "");
  }
}

const lang = new URLSearchParams(location.search).get("lang") ?? "en";
document.documentElement.lang = lang;
dress();
if (window.frameElement) new MutationObserver(dress).observe(window.frameElement, { attributeFilter: ["name"] });

// The thread is a sample, and nobody writes in it.
const { fetch } = window;
window.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : String(input), location.href);
  if (url.pathname === "/api/v1/thread") return fetch(`/admin/preview/thread?lang=${encodeURIComponent(lang)}`);
  if (url.pathname.startsWith("/api/"))
    return Promise.resolve(new Response('{"code":"thread_closed"}', { status: 403 }));
  return fetch(input, init);
};
export {};
