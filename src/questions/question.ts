import type { z } from "zod";
import type { Store } from "../store/index.ts";

/** An answer as the store gives it: nobody changes it. */
type Given<T> = T extends object ? { readonly [K in keyof T]: Given<T[K]> } : T;

/**
 * Something that can be asked of a store. A page, a JSON route, its OpenAPI entry and a tool for programs are faces of it: they check the
 * parameters with `params`, call `ask` and show what comes back.
 */
export interface Question<P extends z.ZodObject = z.ZodObject, A extends z.ZodType = z.ZodType> {
  /** `documents`, `document.records`: the operation's id. */
  readonly name: string;
  /** Under `/api/v1/`, with `:sha256` and the like for parameters that stand in the path. */
  readonly path: string;
  /** What is asked: Chinese, English. */
  readonly title: readonly [zh: string, en: string];
  /** Parameters as texts, the way an address or a tool call gives them. */
  readonly params: P;
  readonly answer: A;
  /** The answer; null where what the path names is not there. Throws CursorError, StoreError. */
  readonly ask: (store: Store, params: z.output<P>) => Given<z.output<A>> | null;
}

/** Keeps the types of a question together. */
export const question = <P extends z.ZodObject, A extends z.ZodType>(asked: Question<P, A>): Question<P, A> => asked;
