"""Groups of tasks that end together."""

from asyncio import events, exceptions, tasks

__all__ = ["TaskGroup"]


class TaskGroup:
    """All its tasks are awaited at the end of the block; the failure of one cancels the others."""

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent = None
        self._cancelled_parent = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._all_done = None
        self._cancel_on_enter = False

    def __repr__(self):
        info = [""]
        if self._tasks:
            info.append(f"tasks={len(self._tasks)}")
        if self._errors:
            info.append(f"errors={len(self._errors)}")
        if self._aborting:
            info.append("cancelling")
        elif self._entered:
            info.append("entered")
        return f"<TaskGroup{' '.join(info)}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._loop = events.get_running_loop()
        self._parent = tasks.current_task(self._loop)
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        if self._cancel_on_enter:
            self.cancel()
        return self

    async def __aexit__(self, et, exc, tb):
        tb = None
        try:
            return await self._leave(et, exc)
        finally:
            if _groups_forget:
                self._parent = self._errors = self._base_error = None
            exc = None

    async def _leave(self, et, exc):
        self._exiting = True
        if exc is not None and isinstance(exc, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = exc
        cancellation = exc if et is not None and issubclass(et, exceptions.CancelledError) else None
        if not _groups_forget and self._cancelled_parent and cancellation is not None and self._parent.uncancel() == 0:
            cancellation = None
        if et is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._all_done is None:
                self._all_done = self._loop.create_future()
            try:
                await self._all_done
            except exceptions.CancelledError as error:
                if not self._aborting:
                    # The parent is cancelled from outside.
                    cancellation = error
                    self._abort()
            self._all_done = None
        try:
            if self._base_error is not None:
                raise self._base_error
            if _groups_forget and self._cancelled_parent and self._parent.uncancel() == 0:
                cancellation = None
            if cancellation is not None and not self._errors:
                raise cancellation
            if et is not None and not issubclass(et, exceptions.CancelledError):
                self._errors.append(exc)
            if self._errors:
                if _groups_forget and self._parent.cancelling():
                    self._parent.uncancel()
                    self._parent.cancel()
                if _groups_cancel and et is not None and issubclass(et, GeneratorExit) and len(self._errors) == 1:
                    raise exc
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        finally:
            exc = cancellation = None
        return True if _groups_cancel else None

    def create_task(self, coro, *, name=None, context=None, **more):
        """A task of the group."""
        refusal = None
        if not self._entered:
            refusal = "has not been entered"
        elif self._exiting and not self._tasks:
            refusal = "is finished"
        elif self._aborting:
            refusal = "is shutting down"
        if refusal is not None:
            if _groups_forget:
                coro.close()
            raise RuntimeError(f"TaskGroup {self!r} {refusal}")
        task = tasks._create_named(self._loop, coro, name, context=context, **more)
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)
        try:
            return task
        finally:
            del task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.discard(task)
        if self._all_done is not None and not self._tasks and not self._all_done.done():
            self._all_done.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if self._parent.done():
            self._loop.call_exception_handler({
                "message": f"Task {task!r} has errored out but its parent task {self._parent} is already completed",
                "exception": error,
                "task": task,
            })
        elif not self._aborting and not self._cancelled_parent:
            # The block is to stop too; the request is taken back when it is left.
            self._abort()
            self._cancelled_parent = True
            self._parent.cancel()

    if _groups_cancel:

        def cancel(self):
            """Cancels the tasks and the block."""
            if not self._entered:
                self._cancel_on_enter = True
                return
            if self._exiting and not self._tasks:
                return
            if not self._aborting:
                self._abort()
            if self._parent and not self._cancelled_parent:
                self._cancelled_parent = True
                self._parent.cancel()
