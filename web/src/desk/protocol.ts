// What the desk's session answers (widget/admin/session.h is the definition).
import type { Patch } from "../glue/protocol.js";

export interface FetchEffect {
  readonly kind: "fetch";
  readonly request: number;
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
  readonly csrf: string;
}

export type Effect =
  | FetchEffect
  | { readonly kind: "store"; readonly key: string; readonly value: string | null }
  | { readonly kind: "focus"; readonly id: number; readonly select?: string }
  | { readonly kind: "reveal"; readonly id: number }
  | { readonly kind: "announce"; readonly text: string }
  | { readonly kind: "wake"; readonly after: number; readonly name: string }
  | { readonly kind: "navigate"; readonly hash: string; readonly replace: boolean }
  | { readonly kind: "copy"; readonly text: string }
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "reload" }
  | { readonly kind: "open"; readonly url: string }
  | { readonly kind: "download"; readonly url: string };

export interface Answer {
  readonly patches?: readonly Patch[];
  readonly effects?: readonly Effect[];
}
