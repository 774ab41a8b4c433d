// The Vue example, mounted and unmounted by the test.
import { createApp, h, reactive } from "vue";
import { Comments } from "../../../../examples/apps/comments.vue.mjs";

let app = null;
let props = null;

window.app = {
  show(_, page, rest = {}) {
    if (app) return Object.assign(props, { page, ...rest });
    props = reactive({ page, ...rest });
    app = createApp({ render: () => h(Comments, props) });
    app.mount("#app");
  },
  hide() {
    app?.unmount();
    app = null;
  },
};
