// user-event dispatches a click as a PointerEvent, as browsers do since Chromium 92. Older ones then do not choose an
// option or submit a form. They do with a MouseEvent, which is the event of a real click there.
window.PointerEvent = new Proxy(PointerEvent, {
  construct: (PointerEvent, [type, init]: [string, PointerEventInit?]) =>
    type === 'click' ? new MouseEvent(type, init) : new PointerEvent(type, init),
});
