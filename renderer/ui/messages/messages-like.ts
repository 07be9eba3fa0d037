/** The shape of the Vietnamese texts with any words in it: a text missing in the other language does not compile. */
export type MessagesLike<T> = { readonly [K in keyof T]: T[K] extends string ? string : MessagesLike<T[K]> };
