package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
)

// byteOrderMark may stand at the beginning of a text in UTF-8, and says nothing.
const byteOrderMark = "\ufeff"

// lines yields the lines of a stream that are not empty, by number from 1. Of
// a line that is too long it yields the beginning, of one byte more than is
// allowed. A byte order mark at the beginning is skipped. What ends the stream
// early is put into failure.
func lines(r io.Reader, failure *error) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		in := bufio.NewReader(r)
		if start, _ := in.Peek(len(byteOrderMark)); string(start) == byteOrderMark {
			in.Discard(len(byteOrderMark))
		}
		var line []byte
		for number := 1; ; {
			part, err := in.ReadSlice('\n')
			line = append(line, part[:min(len(part), maxLine+1-len(line))]...)
			if errors.Is(err, bufio.ErrBufferFull) {
				continue
			}
			if err != nil && !errors.Is(err, io.EOF) {
				*failure = err
				return
			}
			line = bytes.TrimSuffix(line, []byte("\n"))
			if len(bytes.TrimSpace(line)) > 0 && !yield(number, line) || err != nil {
				return
			}
			line = line[:0]
			number++
		}
	}
}
