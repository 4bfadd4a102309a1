package dispute

import (
	"bytes"
	"encoding/json"
)

// said is the words of an answer as its JSON has them.
type said struct {
	Text    string  `json:"text"`
	Reasons Reasons `json:"reasons"`
}

// explained is an answer that makes its reasons when it is asked for them.
type explained interface{ Reasons() Reasons }

// worded is one that has a text as well, and makes it when it is asked for it.
type worded interface {
	explained
	text() string
}

// writeAnswer returns the JSON of an answer: its fields, and at the end its
// text, if it has one, and its reasons. The fields are the answer as a type
// without methods.
func writeAnswer(fields any, x explained) ([]byte, error) {
	head, err := writeObject(fields)
	if err != nil {
		return nil, err
	}
	var words any
	if w, ok := x.(worded); ok {
		words = said{w.text(), w.Reasons()}
	} else {
		words = struct {
			Reasons Reasons `json:"reasons"`
		}{x.Reasons()}
	}
	tail, err := writeObject(words)
	if err != nil {
		return nil, err
	}
	if len(head) == len("{}") {
		return tail, nil
	}
	head[len(head)-1] = ',' // for the brace between the two
	return append(head, tail[1:]...), nil
}

// writeObject leaves it to whoever encodes the whole whether HTML is escaped.
func writeObject(x any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(x)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// readAnswer reads the fields of an answer, and has the words kept that came
// with it. A null, or an error, changes nothing.
func readAnswer[F any](data []byte, fields *F, keep func(*said)) error {
	if fields == nil {
		return errNowhere
	}
	if string(data) == "null" {
		return nil
	}
	var x F
	words := new(said)
	if err := json.Unmarshal(data, &x); err != nil {
		return err
	}
	if err := json.Unmarshal(data, words); err != nil {
		return err
	}
	*fields = x
	keep(words)
	return nil
}

// WithoutReasons returns the JSON of an answer, or of a list of answers, without any
// reasons, which are most of it. It reads back as the answer does, with its text and
// without reasons; and it is valid against [AnswersSchema]. The cost is that of encoding
// the answer with them.
func WithoutReasons(answer any) ([]byte, error) {
	var whole bytes.Buffer
	encoder := json.NewEncoder(&whole)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(answer); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	decoder := json.NewDecoder(&whole)
	decoder.UseNumber()
	err := copyWithout(&out, decoder, "reasons")
	return out.Bytes(), err
}

// copyWithout copies one JSON value, without the members of a name.
func copyWithout(out *bytes.Buffer, in *json.Decoder, name string) error {
	token, err := in.Token()
	if err != nil {
		return err
	}
	open, ok := token.(json.Delim)
	if !ok {
		text, err := writeObject(token)
		out.Write(text)
		return err
	}
	out.WriteByte(byte(open))
	for first := true; in.More(); {
		if open == '{' {
			key, err := in.Token()
			if err != nil {
				return err
			}
			if key == json.Token(name) {
				if err := in.Decode(new(json.RawMessage)); err != nil {
					return err
				}
				continue
			}
			if !first {
				out.WriteByte(',')
			}
			text, err := writeObject(key)
			if err != nil {
				return err
			}
			out.Write(append(text, ':'))
		} else if !first {
			out.WriteByte(',')
		}
		first = false
		if err := copyWithout(out, in, name); err != nil {
			return err
		}
	}
	if _, err := in.Token(); err != nil {
		return err
	}
	out.WriteByte(byte(open) + 2) // the closing bracket stands two after the opening one
	return nil
}
