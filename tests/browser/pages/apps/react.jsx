// The React example, mounted and unmounted by the test.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Comments, MountedComments } from "../../../../examples/apps/comments.jsx";

const kinds = { element: Comments, mounted: MountedComments };
let root = null;

window.app = {
  show(kind, page, rest = {}) {
    const Kind = kinds[kind];
    root ??= createRoot(document.querySelector("#app"));
    root.render(
      <StrictMode>
        <Kind page={page} {...rest} />
      </StrictMode>,
    );
  },
  hide() {
    root?.unmount();
    root = null;
  },
};
