package statements

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/dispute-go/dispute"
)

// byteOrderMark may stand at the beginning of a text in UTF-8, and says nothing.
const byteOrderMark = "\ufeff"

// MaxLine is how long a line may be, in bytes.
const MaxLine = 1 << 20

// ReadLines reads the lines of a stream and calls each with every one that is not empty,
// by its number from 1: with its statement, or with what is wrong with it; see [Parse].
// A byte order mark at the beginning is skipped. It returns what ended the stream early.
func ReadLines(r io.Reader, each func(number int, s *Statement, err error)) error {
	if r == nil {
		return fmt.Errorf("%w: a nil reader, expected one to read the lines from", dispute.ErrMissing)
	}
	var failure error
	for number, line := range lines(r, &failure) {
		s, err := Parse(line)
		each(number, s, err)
	}
	return failure
}

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
			line = append(line, part[:min(len(part), MaxLine+1-len(line))]...)
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
