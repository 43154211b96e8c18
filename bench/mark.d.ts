declare module 'mark.js/dist/mark.es6.js' {
  export default class Mark {
    constructor(root: Element);
    mark(names: readonly string[], options: { separateWordSearch: boolean }): void;
    unmark(): void;
  }
}
