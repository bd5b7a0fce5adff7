/**
 * React as this application uses it, on preact's core: hooks, context, and the two libraries that import React (wouter,
 * urql). `preact/compat` would bring all of React's surface, a third more than this and preact together. The type
 * check is against React; a part of React that is missing here fails the build with its name.
 */
import {
  Component,
  createContext,
  createElement,
  cloneElement,
  Fragment,
  isValidElement,
  options,
  type VNode,
} from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';

export { Component, cloneElement, createContext, createElement, Fragment, isValidElement };
export {
  useCallback,
  useContext,
  useDebugValue,
  useEffect,
  useId,
  useLayoutEffect,
  useLayoutEffect as useInsertionEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'preact/hooks';

/** Components get `ref` among their properties. */
export const forwardRef =
  <Props extends { ref?: unknown }>(render: (props: Props, ref: Props['ref']) => unknown) =>
  (props: Props) =>
    render(props, props.ref);

/** Renders anew whenever what `read` answers has changed. */
export function useSyncExternalStore<Value>(
  subscribe: (onChange: () => void) => () => void,
  read: () => Value,
): Value {
  const value = read();
  const [, update] = useReducer((count: number) => count + 1, 0);
  const shown = useRef({ value, read });
  shown.current = { value, read };
  useEffect(() => {
    const check = () => {
      if (!Object.is(shown.current.value, shown.current.read())) update(0);
    };
    // It may have changed between the render and now.
    check();
    return subscribe(check);
  }, [subscribe]);
  return value;
}

// React's "change" of a text field is the browser's "input".
const before = options.vnode;
options.vnode = (vnode: VNode) => {
  const props = vnode.props as Record<string, unknown>;
  const typed =
    vnode.type === 'textarea' ||
    (vnode.type === 'input' && !/^(?:checkbox|radio|file)$/.test(String(props['type'])));
  if (typed && props['onChange'] && !props['onInput']) {
    props['onInput'] = props['onChange'];
    delete props['onChange'];
  }
  before?.(vnode);
};
