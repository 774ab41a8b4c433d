// Comments in Vue. In a single-file component the template is the same: <palabre-thread :data-page="page" />
// Vue is told once that the element is none of its components: app.config.compilerOptions.isCustomElement, or in the build.
import { h } from "vue";

export const Comments = {
  props: { page: { type: String, required: true }, title: String, lang: String, theme: String },
  setup: (props) => () =>
    h("palabre-thread", {
      "data-page": props.page,
      "data-title": props.title,
      "data-lang": props.lang,
      "data-theme": props.theme,
    }),
};
