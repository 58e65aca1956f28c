/** 書かなかったこと（空欄・行数）: an item of the check and of a return that has no field of the form to stand beside. */
export const isLeftOut = ({ key }: { readonly key: string }): boolean => /^(blanks|rows)-/.test(key);
