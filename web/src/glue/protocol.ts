// What the session answers (widget/app/session.h is the definition).

export type Patch =
  | ["element", number, string]
  | ["text", number, string]
  | ["set", number, string, string]
  | ["unset", number, string]
  | ["words", number, string]
  | ["value", number, string]
  | ["insert", number, number, number]
  | ["remove", number];

export interface FetchEffect {
  readonly kind: "fetch";
  readonly request: number;
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
  readonly token: string | null;
  readonly key: string | null;
  readonly etag?: string;
  readonly quiet?: boolean;
}

export type Effect =
  | FetchEffect
  | { readonly kind: "store"; readonly key: string; readonly value: string | null }
  | { readonly kind: "focus"; readonly id: number }
  | { readonly kind: "reveal"; readonly id: number }
  | { readonly kind: "point"; readonly id: number }
  | { readonly kind: "announce"; readonly text: string }
  | {
      readonly kind: "edit";
      readonly id: number;
      readonly from: number;
      readonly to: number;
      readonly text: string;
      readonly select: [number, number];
    }
  | { readonly kind: "wake"; readonly after: number; readonly name?: string }
  | { readonly kind: "judge"; readonly composer: string; readonly request: string }
  | { readonly kind: "count"; readonly comments: number };

export interface Answer {
  readonly patches?: readonly Patch[];
  readonly effects?: readonly Effect[];
}

export type Event = { readonly type: string } & Readonly<Record<string, unknown>>;
